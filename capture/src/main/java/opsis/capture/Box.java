package opsis.capture;

import java.util.Objects;

/**
 * Where one element of a post was drawn.
 *
 * @param kind what was drawn
 * @param x left edge, in CSS pixels of the 600×600 picture
 * @param y top edge
 * @param width width, never negative; the box is clipped to the picture
 * @param height height, never negative
 * @param text the word, for {@link Kind#WORD}; else null
 * @param index the word's index in the post's text, for {@link Kind#WORD}: words are maximal runs of Unicode letters,
 *     digits and underscores, counted from 0. A word broken over lines has one box for each piece, all with its index.
 *     For other kinds the index counts the elements of that kind from 0.
 */
public record Box(Kind kind, double x, double y, double width, double height, String text, int index) {
  /** The parts of a post that a layout knows. */
  public enum Kind { AVATAR, DISPLAY_NAME, HANDLE, WORD, MEDIA, LINK_CARD, QUOTED_POST, COUNTERS }

  public Box {
    Objects.requireNonNull(kind, "a box needs its kind");
    if (!(width >= 0 && height >= 0)) throw new IllegalArgumentException("a box's sides must not be negative: " + width + "×" + height);
  }
}

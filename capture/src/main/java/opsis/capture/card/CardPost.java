package opsis.capture.card;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a card shows of a post. Every text is data: it is escaped, never read as markup.
 *
 * @param id the post's id
 * @param name the author's display name; null or empty shows the handle
 * @param handle the author's handle without @; null where unknown
 * @param text the post's words; null or empty for a picture alone
 * @param language BCP 47 tag, which chooses glyphs and hyphenation; null where unknown
 * @param createdAt when it was posted, shown in UTC; null where unknown
 * @param avatar key of the author's picture; null shows initials on a colour that the handle decides
 * @param media up to four are drawn
 * @param link a link's preview; null for none
 * @param counters null for none
 */
public record CardPost(String id, String name, String handle, String text, String language, Instant createdAt, String avatar,
    List<CardMedia> media, CardLink link, CardCounters counters) {
  public CardPost {
    Objects.requireNonNull(id, "a card needs the post's id");
    media = media == null ? List.of() : List.copyOf(media);
  }

  /** A post that came as text alone. */
  public static CardPost ofText(String id, String text, String language) {
    return new CardPost(id, null, null, text, language, null, null, List.of(), null, null);
  }
}

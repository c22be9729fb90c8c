package opsis.fusion;

import java.util.Objects;

/**
 * One post of a training or test set.
 *
 * @param id      unique within the set
 * @param text    the words, or null where there are none; a blank text counts as none
 * @param picture where its picture is read from, or null where there is none
 * @param label   1 hateful, 0 not
 * @param group   posts of one group (an author, say) never stand on two sides of a split; null for a group of its own
 */
public record LabelledPost(String id, String text, PictureSource picture, int label, String group) {
    public LabelledPost {
        Objects.requireNonNull(id, "id");
        if (label != 0 && label != 1) {
            throw new IllegalArgumentException("Post " + id + " has label " + label + "; a label is 1 (hateful) or 0 (not)");
        }
        if (text != null && text.isBlank()) {
            text = null;
        }
        if (text == null && picture == null) {
            throw new IllegalArgumentException("Post " + id + " has neither text nor picture; leave it out or give one");
        }
    }
}

package opsis.fusion;

import java.util.Objects;

/**
 * One post as the network reads it.
 *
 * @param id      the post's own id, given back with its score
 * @param text    the words, or null where there are none; a blank text counts as none
 * @param picture a PNG or JPEG file's bytes, or null where there is none
 */
public record PostInput(String id, String text, byte[] picture) {
    public PostInput {
        Objects.requireNonNull(id, "id");
        if (text != null && text.isBlank()) {
            text = null;
        }
    }
}

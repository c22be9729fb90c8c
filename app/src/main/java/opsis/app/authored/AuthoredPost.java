package opsis.app.authored;

/**
 * One post that the project wrote and drew.
 *
 * @param id     unique in its set
 * @param text   the words; empty where the post is a picture only
 * @param name   the invented author's display name
 * @param handle the invented author's handle, without the at sign
 * @param avatar PNG, square
 * @param media  PNG, or null where the post has no picture
 * @param where  the side that carries the hate, if any
 * @param group  posts made from the same sentences share it: keep a group on one side of a split
 */
public record AuthoredPost(String id, String text, String name, String handle, byte[] avatar, byte[] media,
                           Where where, String group) {

    /** 1 for hateful, 0 for harmless. */
    public int label() {
        return where.label();
    }
}

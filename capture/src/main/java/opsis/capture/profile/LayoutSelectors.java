package opsis.capture.profile;

/**
 * CSS selectors of a post's parts; each may be null, which leaves that part out of the layout.
 *
 * @param text the post's own text: where given, a capture whose words were not drawn is INCOMPLETE
 */
public record LayoutSelectors(String avatar, String displayName, String handle, String text, String media, String linkCard,
    String quotedPost, String counters) {}

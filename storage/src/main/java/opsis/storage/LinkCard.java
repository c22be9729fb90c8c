package opsis.storage;

/**
 * The preview of a linked page that a site draws under a post; every part may be null.
 *
 * @param image the preview's picture: its address, or {@code blob:<sha256>}
 */
public record LinkCard(String url, String title, String description, String image, String domain) {}

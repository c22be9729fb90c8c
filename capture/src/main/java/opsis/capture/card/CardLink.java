package opsis.capture.card;

/**
 * A link's preview.
 *
 * @param title headline of the linked page; may be null
 * @param domain host name shown under it; may be null
 * @param picture key of the preview picture; null where there is none
 */
public record CardLink(String title, String domain, String picture) {}

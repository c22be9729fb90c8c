package opsis.capture.card;

/**
 * One picture of a post.
 *
 * @param picture key by which the server asks for the picture's bytes; null where none was kept, which shows a placeholder
 * @param description the author's description; may be null
 */
public record CardMedia(String picture, String description) {}

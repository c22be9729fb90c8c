package opsis.storage;

/**
 * One picture or film of a post.
 *
 * @param type        {@code photo}, {@code video} or {@code gif}
 * @param source      its address (for films, of the still), or {@code blob:<sha256>}; may be null
 * @param description the author's alternative text; may be null
 */
public record Media(String type, String source, String description) {}

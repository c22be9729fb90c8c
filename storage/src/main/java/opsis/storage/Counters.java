package opsis.storage;

/** The counts under a post as the source gave them; null where it gave none. */
public record Counters(Long replies, Long reposts, Long likes) {}

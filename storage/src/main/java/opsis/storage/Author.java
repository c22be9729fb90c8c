package opsis.storage;

/**
 * Who wrote a post; every part may be null.
 *
 * @param handle the name after the at sign, without it
 * @param name   the display name
 * @param avatar the address of the picture, or {@code blob:<sha256>} for one that the workspace holds
 */
public record Author(String handle, String name, String avatar) {}

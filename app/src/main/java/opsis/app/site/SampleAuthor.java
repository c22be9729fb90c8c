package opsis.app.site;

/**
 * An invented account.
 *
 * @param handle unique, without the at sign
 * @param name   display name
 * @param avatar what {@link SamplePictures} draws for it
 */
record SampleAuthor(String handle, String name, String avatar) {
}

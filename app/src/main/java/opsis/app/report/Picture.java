package opsis.app.report;

/**
 * A picture ready to stand inside the page.
 *
 * @param source the picture as a data: URI
 * @param preview the same in a few unreadable pixels as a data: URI, to stand blurred in its place
 * @param width pixels
 * @param height pixels
 */
record Picture(String source, String preview, int width, int height) {
}

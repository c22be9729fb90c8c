/**
 * Cuts a picture into the regions that an explanation speaks of.
 *
 * <pre>{@code
 * Segments segments = Quickshift.standard().segment(image, 42);
 * int region = segments.at(x, y);
 * Segments squares = Segmentation.named("grid").segment(image, 0);
 * }</pre>
 */
package opsis.explain.segment;

/**
 * LIME (Ribeiro, Singh and Guestrin 2016) for the words of a text and for the regions of a picture.
 *
 * <pre>{@code
 * TextExplanation words = new TextLime(TextLimeSettings.seeded(1)).explain(text, textScorer, 1);
 * ImageExplanation regions = new ImageLime(ImageLimeSettings.seeded(1)).explain(image, imageScorer, 1);
 * words.attribution().features().forEach(word -> log.info("{} {}", word.id(), word.weight()));
 * }</pre>
 */
package opsis.explain.lime;

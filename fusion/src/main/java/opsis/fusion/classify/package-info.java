/**
 * Scoring of posts by a trained model folder.
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(folder, ClassifierSettings.standard())) {
 *     List<Score> scores = classifier.score(posts);
 *     double[] without = classifier.wordsProbabilities(maskedTexts, picture);
 * }
 * }</pre>
 */
package opsis.fusion.classify;

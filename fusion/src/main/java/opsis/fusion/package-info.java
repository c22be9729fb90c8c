/**
 * The values that the module's packages share: a post going in, its score coming out, and what a model says of itself.
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("models/starter"), ClassifierSettings.standard())) {
 *     List<Score> scores = classifier.score(List.of(new PostInput("1", "Καλημέρα σε όλους", null)));
 *     boolean hateful = scores.get(0).probability() >= classifier.threshold();
 * }
 * }</pre>
 */
package opsis.fusion;

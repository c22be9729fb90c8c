/**
 * Figures of a model on labelled posts, how sure they are, and splits that do not leak.
 * <pre>{@code
 * Split split = Split.stratified(posts, 0.2, 20201L);
 * double threshold = Thresholds.bestMacroF1(validationLabels, validationProbabilities);
 * Metrics metrics = Metrics.of(labels, probabilities, threshold);
 * Interval interval = Bootstrap.interval(labels, probabilities, threshold, Metrics::macroF1, 2000, 1L);
 * }</pre>
 */
package opsis.fusion.evaluate;

package opsis.app.report;

/**
 * What stands behind the shaded words and the outlined regions of one post.
 *
 * @param trusted whether the explanation may be relied on
 * @param trustNote the reason, in words, nullable; sentences of {@link opsis.explain.Trust.Reason} are translated
 * @param r2Words weighted R² of the local linear model over words; NaN where words were not explained
 * @param r2Regions weighted R² of the local linear model over regions; NaN where regions were not explained
 * @param seed the seed that replays it
 * @param samples perturbed inputs that were scored
 */
public record ReportExplanation(boolean trusted, String trustNote, double r2Words, double r2Regions, long seed, int samples) {
}

package opsis.explain;

/**
 * How far to trust an attribution, in one word and one reason.
 *
 * @param trusted whether the attribution may be shown as the reason of a prediction
 * @param reason why, or why not
 * @param adjustedScore R² adjusted for the number of features (Theil 1961); NaN when there are too few samples for it
 * @param certainFeatures how many features have a weight at least twice its standard error
 */
public record Trust(boolean trusted, Reason reason, double adjustedScore, int certainFeatures) {

  /** Below this adjusted R² the local model leaves more unsaid than it says. */
  private static final double LEAST_SCORE = 0.5;

  /** About 95 % of a normal distribution lies within this many standard errors. */
  private static final double CERTAIN = 2;

  /** Why an attribution is or is not trusted. */
  public enum Reason {
    STEADY("The local model fits, and the greatest weight is certain."),
    NOTHING_TO_EXPLAIN("There is no word or region to explain the prediction by."),
    FLAT_ANSWER("The answer stays the same whatever is hidden."),
    TOO_FEW_SAMPLES("There are too few samples for so many words or regions; take more samples."),
    POOR_FIT("The local model explains less than half of how the answer varies."),
    UNCERTAIN_WEIGHTS("The greatest weight is less than twice its standard error; take more samples.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** One English sentence for a person. */
    public String sentence() {
      return sentence;
    }
  }

  /** Judges an attribution by its fit and by the standard errors of its weights. */
  public static Trust of(Attribution attribution) {
    int features = attribution.features().size();
    if (features == 0) {
      return new Trust(false, Reason.NOTHING_TO_EXPLAIN, Double.NaN, 0);
    }
    if (attribution.features().stream().allMatch(feature -> feature.weight() == 0)) {
      return new Trust(false, Reason.FLAT_ANSWER, Double.NaN, 0);
    }
    int freedom = attribution.samples() - features - 1;
    if (freedom <= 0) {
      return new Trust(false, Reason.TOO_FEW_SAMPLES, Double.NaN, 0);
    }
    double adjusted = 1 - (1 - attribution.score()) * (attribution.samples() - 1) / freedom;
    int certain = (int) attribution.features().stream().filter(Trust::isCertain).count();
    Reason reason = Reason.STEADY;
    if (adjusted < LEAST_SCORE) {
      reason = Reason.POOR_FIT;
    } else if (!isCertain(attribution.features().get(0))) {
      reason = Reason.UNCERTAIN_WEIGHTS;
    }
    return new Trust(reason == Reason.STEADY, reason, adjusted, certain);
  }

  private static boolean isCertain(Feature feature) {
    return Math.abs(feature.weight()) >= CERTAIN * feature.standardError();
  }
}

package opsis.explain.lime;

/**
 * How {@link TextLime} explains; {@link #seeded} holds the values of the reference implementation.
 *
 * @param seed of the random draws, 0 to 2³² − 1
 * @param samples perturbed texts, the unperturbed one among them; at least 2
 * @param features how many words get a weight at most; at least 1
 * @param bagOfWords true: a feature is a distinct word and is removed wherever it stands; false: a feature is one
 *     occurrence and is replaced by a word that no vocabulary knows
 * @param kernelWidth of the exponential kernel over 100 × cosine distance; greater than 0
 * @param batch texts that the scorer is given at once; at least 1
 * @param scoreOnce whether texts with the same mask are scored once; changes nothing but the time unless the scorer
 *     answers differently in another batch
 */
public record TextLimeSettings(
    long seed, int samples, int features, boolean bagOfWords, double kernelWidth, int batch, boolean scoreOnce) {

  public TextLimeSettings {
    Checks.seed(seed);
    Checks.atLeast(2, samples, "samples");
    Checks.atLeast(1, features, "features");
    Checks.positive(kernelWidth, "kernelWidth");
    Checks.atLeast(1, batch, "batch");
  }

  /** The reference implementation's values: 5,000 samples, 10 words, kernel width 25. */
  public static TextLimeSettings seeded(long seed) {
    return new TextLimeSettings(seed, 5_000, 10, true, 25, 256, true);
  }

  public TextLimeSettings withSamples(int samples) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }

  public TextLimeSettings withFeatures(int features) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }

  public TextLimeSettings withBagOfWords(boolean bagOfWords) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }

  public TextLimeSettings withKernelWidth(double kernelWidth) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }

  public TextLimeSettings withBatch(int batch) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }

  public TextLimeSettings withScoreOnce(boolean scoreOnce) {
    return new TextLimeSettings(seed, samples, features, bagOfWords, kernelWidth, batch, scoreOnce);
  }
}

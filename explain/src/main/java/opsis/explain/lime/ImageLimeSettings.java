package opsis.explain.lime;

import java.awt.Color;
import java.util.Objects;
import opsis.explain.segment.Quickshift;
import opsis.explain.segment.Segmentation;

/**
 * How {@link ImageLime} explains; {@link #seeded} holds the values of the reference implementation.
 *
 * @param seed of the random draws, 0 to 2³² − 1
 * @param samples perturbed pictures, the unperturbed one among them; at least 2
 * @param features how many regions get a weight at most; at least 1
 * @param hideColour paints every hidden region; null paints each with its own mean colour
 * @param kernelWidth of the exponential kernel over cosine distance; greater than 0
 * @param segmentation cuts the picture into regions
 * @param batch pictures that the scorer is given at once; also how many are in memory at once; at least 1
 * @param scoreOnce whether pictures with the same mask are scored once; changes nothing but the time unless the scorer
 *     answers differently in another batch
 */
public record ImageLimeSettings(
    long seed,
    int samples,
    int features,
    Color hideColour,
    double kernelWidth,
    Segmentation segmentation,
    int batch,
    boolean scoreOnce) {

  public ImageLimeSettings {
    Checks.seed(seed);
    Checks.atLeast(2, samples, "samples");
    Checks.atLeast(1, features, "features");
    Checks.positive(kernelWidth, "kernelWidth");
    Objects.requireNonNull(segmentation, "segmentation");
    Checks.atLeast(1, batch, "batch");
  }

  /** The reference implementation's values: 1,000 samples, all regions, their mean colour, kernel width 0.25. */
  public static ImageLimeSettings seeded(long seed) {
    return new ImageLimeSettings(seed, 1_000, 100_000, null, 0.25, Quickshift.standard(), 10, true);
  }

  public ImageLimeSettings withSamples(int samples) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withFeatures(int features) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withHideColour(Color hideColour) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withKernelWidth(double kernelWidth) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withSegmentation(Segmentation segmentation) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withBatch(int batch) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }

  public ImageLimeSettings withScoreOnce(boolean scoreOnce) {
    return new ImageLimeSettings(
        seed, samples, features, hideColour, kernelWidth, segmentation, batch, scoreOnce);
  }
}

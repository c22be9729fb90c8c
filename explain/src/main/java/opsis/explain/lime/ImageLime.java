package opsis.explain.lime;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import opsis.explain.ImageScorer;
import opsis.explain.random.MersenneTwister;
import opsis.explain.segment.Segments;

/**
 * Explains a picture by its regions: LIME (Ribeiro, Singh and Guestrin, KDD 2016) with the segmentation, perturbations,
 * kernel and fit of the authors' Python package, so that the same seed and the same answers give the same weights.
 * Only one batch of perturbed pictures is in memory at a time. Immutable; safe for several threads as far as the
 * scorer is.
 */
public final class ImageLime {

  private static final int SEGMENTATION_SEEDS = 1_000;

  private final ImageLimeSettings settings;

  public ImageLime(ImageLimeSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Explains why the scorer gives a picture its probability of a label, by the regions of the settings' segmentation.
   *
   * @param image of any type; what is transparent is laid on white
   * @param label a column of the scorer's answer
   * @throws opsis.explain.ScorerException when the scorer's answer has the wrong shape or is not finite
   * @throws IllegalArgumentException when the scorer has no such label
   */
  public ImageExplanation explain(BufferedImage image, ImageScorer scorer, int label) {
    MersenneTwister draws = new MersenneTwister(settings.seed());
    int segmentationSeed = draws.nextInt(0, SEGMENTATION_SEEDS);
    BufferedImage opaque = HiddenRegions.opaque(image);
    Segments segments = settings.segmentation().segment(opaque, segmentationSeed);
    return explain(opaque, segments, draws, scorer, label);
  }

  /**
   * The same by regions that the caller has; the masks are those that the settings' segmentation would have got.
   *
   * @throws IllegalArgumentException also when the regions are of another size than the picture
   */
  public ImageExplanation explain(BufferedImage image, Segments segments, ImageScorer scorer, int label) {
    MersenneTwister draws = new MersenneTwister(settings.seed());
    draws.nextInt(0, SEGMENTATION_SEEDS);
    return explain(HiddenRegions.opaque(image), segments, draws, scorer, label);
  }

  private ImageExplanation explain(
      BufferedImage image, Segments segments, MersenneTwister draws, ImageScorer scorer, int label) {
    if (segments.width() != image.getWidth() || segments.height() != image.getHeight()) {
      throw new IllegalArgumentException(
          "regions of " + segments.width() + "×" + segments.height() + " for a picture of " + image.getWidth() + "×"
              + image.getHeight() + ": give regions of the picture's size");
    }
    HiddenRegions regions = new HiddenRegions(image, segments, settings.hideColour());
    Masks masks = draw(draws, segments.count());
    double[][] probabilities =
        new MaskScorer(settings.batch(), settings.scoreOnce())
            .score(masks, label, rows -> scorer.probabilities(images(regions, masks, rows)));
    LocalModel model =
        new LocalModel(settings.seed(), settings.features(), new ProximityKernel(1, settings.kernelWidth()));
    return new ImageExplanation(segments, model.explain(masks, probabilities, label, Integer::toString));
  }

  /** Each region of each sample is kept or hidden with equal chance; then the first sample is made whole. */
  private Masks draw(MersenneTwister draws, int regions) {
    Masks masks = Masks.allOn(settings.samples(), regions);
    for (int sample = 0; sample < settings.samples(); sample++) {
      for (int region = 0; region < regions; region++) {
        if (draws.nextInt(0, 2) == 0 && sample > 0) {
          masks.switchOff(sample, region);
        }
      }
    }
    return masks;
  }

  private static List<BufferedImage> images(HiddenRegions regions, Masks masks, int[] rows) {
    return Arrays.stream(rows).parallel().mapToObj(row -> regions.perturbed(masks, row)).toList();
  }
}

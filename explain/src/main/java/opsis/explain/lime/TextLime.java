package opsis.explain.lime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import opsis.explain.Attribution;
import opsis.explain.TextScorer;
import opsis.explain.random.MersenneTwister;

/**
 * Explains a text by its words: LIME (Ribeiro, Singh and Guestrin, "Why Should I Trust You?", KDD 2016) with the
 * perturbations, kernel, selection and fit of the authors' Python package, so that the same seed and the same answers
 * give the same weights. Immutable; safe for several threads as far as the scorer is.
 */
public final class TextLime {

  /** The reference measures the distance of texts in hundredths. */
  private static final double DISTANCE_SCALE = 100;

  private final TextLimeSettings settings;

  public TextLime(TextLimeSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * Explains why the scorer gives a text its probability of a label. A text without any word gets an attribution
   * without features.
   *
   * @param label a column of the scorer's answer
   * @throws opsis.explain.ScorerException when the scorer's answer has the wrong shape or is not finite
   * @throws IllegalArgumentException when the scorer has no such label
   */
  public TextExplanation explain(String text, TextScorer scorer, int label) {
    Words words = new Words(text, settings.bagOfWords());
    Masks masks = words.count() == 0 ? Masks.allOn(1, 0) : draw(words.count());
    double[][] probabilities =
        new MaskScorer(settings.batch(), settings.scoreOnce())
            .score(masks, label, rows -> scorer.probabilities(texts(words, masks, rows)));
    LocalModel model =
        new LocalModel(
            settings.seed(), settings.features(), new ProximityKernel(DISTANCE_SCALE, settings.kernelWidth()));
    Attribution attribution =
        words.count() == 0
            ? model.explainNothing(probabilities[0], label)
            : model.explain(masks, probabilities, label, words::id);
    return new TextExplanation(text, words.all(), attribution);
  }

  /** First how many words each sample loses, for all samples; then, sample by sample, which. */
  private Masks draw(int words) {
    MersenneTwister draws = new MersenneTwister(settings.seed());
    int[] removed = new int[settings.samples() - 1];
    for (int i = 0; i < removed.length; i++) {
      removed[i] = draws.nextInt(1, words + 1);
    }
    Masks masks = Masks.allOn(settings.samples(), words);
    for (int i = 0; i < removed.length; i++) {
      for (int word : draws.choose(words, removed[i])) {
        masks.switchOff(i + 1, word);
      }
    }
    return masks;
  }

  private static List<String> texts(Words words, Masks masks, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> words.perturbed(masks, row)).toList();
  }
}

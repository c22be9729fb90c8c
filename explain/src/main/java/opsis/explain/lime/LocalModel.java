package opsis.explain.lime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import opsis.explain.Attribution;
import opsis.explain.Feature;

/** Fits the local linear model to scored masks and says it as an attribution. */
final class LocalModel {

  private static final String METHOD = "lime";
  private static final double PENALTY = 1;

  private final long seed;
  private final int most;
  private final ProximityKernel kernel;

  LocalModel(long seed, int most, ProximityKernel kernel) {
    this.seed = seed;
    this.most = most;
    this.kernel = kernel;
  }

  /** @param id names the feature of a column */
  Attribution explain(Masks masks, double[][] probabilities, int label, IntFunction<String> id) {
    double[] targets = Arrays.stream(probabilities).mapToDouble(row -> row[label]).toArray();
    double[] weights = kernel.weights(masks);
    int[] selected = FeatureSelection.select(masks, targets, weights, most);
    Masks chosen = masks.select(selected);
    Ridge ridge = new Ridge(chosen, weights, PENALTY);
    LinearFit fit = ridge.fit(targets);
    double[] errors = StandardErrors.of(ridge, chosen, targets, weights, fit);
    List<Feature> features =
        IntStream.range(0, selected.length)
            .mapToObj(i -> new Feature(id.apply(selected[i]), selected[i], fit.coefficients()[i], errors[i]))
            .sorted(Comparator.comparingDouble(feature -> -Math.abs(feature.weight())))
            .toList();
    return new Attribution(
        METHOD,
        seed,
        masks.rows(),
        label,
        features,
        fit.intercept(),
        fit.score(chosen, targets, weights),
        fit.predict(chosen, 0),
        probabilities[0]);
  }

  /** When there is nothing to hide: the scorer's own answer, and no feature. */
  Attribution explainNothing(double[] probabilities, int label) {
    double own = probabilities[label];
    return new Attribution(METHOD, seed, 1, label, List.of(), own, 1, own, probabilities);
  }
}

package opsis.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What decided one prediction: the local linear model that stands in for the scorer around one input.
 *
 * @param method how it was found, such as {@code lime}
 * @param seed of the random draws; method, settings, seed and scorer give the same attribution again, bit for bit
 * @param samples how many perturbed inputs the model was fitted on, the unperturbed one among them
 * @param label the class that is explained: a column of the scorer's answer
 * @param features sorted by absolute weight, greatest first
 * @param intercept the local model's probability with every feature absent
 * @param score weighted R² of the local model on its samples, at most 1
 * @param localPrediction the local model's probability of the label for the unperturbed input
 * @param probabilities the scorer's own answer for the unperturbed input, one a class
 */
public record Attribution(
    String method,
    long seed,
    int samples,
    int label,
    List<Feature> features,
    double intercept,
    double score,
    double localPrediction,
    double[] probabilities) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Attribution {
    Objects.requireNonNull(method, "method");
    features = List.copyOf(features);
    probabilities = probabilities.clone();
    if (label < 0 || label >= probabilities.length) {
      throw new IllegalArgumentException(
          "label " + label + " is not among the " + probabilities.length + " classes; the first class is 0");
    }
  }

  @Override
  public double[] probabilities() {
    return probabilities.clone();
  }

  /** The scorer's probability of the explained label for the unperturbed input. */
  public double probability() {
    return probabilities[label];
  }

  /** One JSON object whose names are those of this record; equal attributions give equal text. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an attribution could not be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads what {@link #toJson()} wrote.
   *
   * @throws IllegalArgumentException when the text is not the JSON of an attribution
   */
  public static Attribution fromJson(String json) {
    try {
      return JSON.readValue(json, Attribution.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the JSON of an attribution: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attribution that
        && method.equals(that.method)
        && seed == that.seed
        && samples == that.samples
        && label == that.label
        && features.equals(that.features)
        && Double.compare(intercept, that.intercept) == 0
        && Double.compare(score, that.score) == 0
        && Double.compare(localPrediction, that.localPrediction) == 0
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        method, seed, samples, label, features, intercept, score, localPrediction, Arrays.hashCode(probabilities));
  }
}

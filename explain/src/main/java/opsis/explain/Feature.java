package opsis.explain;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Objects;

/**
 * One word or region and what it adds to the label's probability in the local linear model.
 *
 * @param id the word's text, or the region's number
 * @param index the feature's column in the masks: the word's place in order of first appearance, or the region's number
 * @param weight change of probability when the feature is present; positive speaks for the label, negative against it
 * @param standardError of the weight over the random choice of masks; NaN (in JSON: null) where it was not computed
 */
public record Feature(
    String id,
    int index,
    double weight,
    @JsonSerialize(using = NanAsNull.Serializer.class) @JsonDeserialize(using = NanAsNull.Deserializer.class)
        double standardError) {

  public Feature {
    Objects.requireNonNull(id, "id");
  }
}

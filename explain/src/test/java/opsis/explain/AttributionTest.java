package opsis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import opsis.explain.Trust.Reason;
import org.junit.jupiter.api.Test;

class AttributionTest {

  @Test
  void jsonHoldsEveryNumberAndIsReadBackEqual() {
    Attribution attribution = attribution(100, 0.8, 0.1 + 0.2, 0.01, Double.NaN);

    String json = attribution.toJson();

    assertThat(json)
        .isEqualTo(
            "{\"method\":\"lime\",\"seed\":42,\"samples\":100,\"label\":1,\"features\":["
                + "{\"id\":\"w0\",\"index\":0,\"weight\":0.30000000000000004,\"standardError\":0.01},"
                + "{\"id\":\"w1\",\"index\":1,\"weight\":0.30000000000000004,\"standardError\":null}],"
                + "\"intercept\":0.25,\"score\":0.8,\"localPrediction\":0.5,\"probabilities\":[0.4,0.6]}");
    assertThat(Attribution.fromJson(json)).isEqualTo(attribution).hasSameHashCodeAs(attribution);
    assertThat(Attribution.fromJson(json).features().get(1).standardError()).isNaN();
  }

  @Test
  void anyJacksonMapperWritesTheSameObject() throws JsonProcessingException {
    Attribution attribution = attribution(100, 0.8, 0.3, Double.NaN);

    assertThat(new ObjectMapper().writeValueAsString(attribution)).isEqualTo(attribution.toJson());
  }

  @Test
  void whatIsNoAttributionIsRefused() {
    assertThatThrownBy(() -> Attribution.fromJson("{\"seed\":\"x\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the JSON of an attribution");
    assertThatThrownBy(() -> new Attribution("lime", 1, 2, 2, List.of(), 0, 0, 0, new double[] {0.5, 0.5}))
        .hasMessageContaining("label 2 is not among the 2 classes");
  }

  @Test
  void aGoodFitWithCertainWeightsIsTrusted() {
    Trust trust = Trust.of(attribution(100, 0.8, 0.3, 0.01, 0.2));

    assertThat(trust.trusted()).isTrue();
    assertThat(trust.reason()).isEqualTo(Reason.STEADY);
    assertThat(trust.certainFeatures()).isEqualTo(1);
    assertThat(trust.adjustedScore()).isBetween(0.79, 0.8);
  }

  @Test
  void everyDoubtHasItsReason() {
    assertThat(Trust.of(attribution(100, 0.8, 0.3)).reason()).isEqualTo(Reason.NOTHING_TO_EXPLAIN);
    assertThat(Trust.of(attribution(100, 1, 0, 0.01)).reason()).isEqualTo(Reason.FLAT_ANSWER);
    assertThat(Trust.of(attribution(3, 0.99, 0.3, 0.01, 0.01)).reason()).isEqualTo(Reason.TOO_FEW_SAMPLES);
    assertThat(Trust.of(attribution(5, 0.7, 0.3, 0.01, 0.01, 0.01)).reason()).isEqualTo(Reason.POOR_FIT);
    assertThat(Trust.of(attribution(100, 0.3, 0.3, 0.01)).reason()).isEqualTo(Reason.POOR_FIT);
    assertThat(Trust.of(attribution(100, 0.8, 0.3, 0.2)).reason()).isEqualTo(Reason.UNCERTAIN_WEIGHTS);
    assertThat(Trust.of(attribution(100, 0.8, 0.3, Double.NaN)).trusted()).isFalse();
    for (Reason reason : Reason.values()) {
      assertThat(reason.sentence()).endsWith(".");
    }
  }

  private static Attribution attribution(int samples, double score, double weight, double... standardErrors) {
    List<Feature> features =
        IntStream.range(0, standardErrors.length)
            .mapToObj(i -> new Feature("w" + i, i, weight, standardErrors[i]))
            .toList();
    return new Attribution("lime", 42, samples, 1, features, 0.25, score, 0.5, new double[] {0.4, 0.6});
  }
}

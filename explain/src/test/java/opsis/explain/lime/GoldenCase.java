package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.Golden;

/** One explanation by the reference. */
record GoldenCase(JsonNode values) {

  private static final double TOLERANCE = 1e-10;

  static Stream<GoldenCase> all(JsonNode golden) {
    return StreamSupport.stream(golden.get("cases").spliterator(), false).map(GoldenCase::new);
  }

  String text(String name) {
    return values.get(name).asText();
  }

  void assertAgrees(Attribution attribution) {
    List<Feature> features = attribution.features();
    assertThat(features.stream().mapToInt(Feature::index).toArray()).isEqualTo(Golden.ints(values.get("features")));
    assertThat(features.stream().mapToDouble(Feature::weight).toArray())
        .containsExactly(Golden.doubles(values.get("weights")), within(TOLERANCE));
    for (int i = 0; i < features.size(); i++) {
      JsonNode expected = values.get("standard_errors").get(i);
      if (expected.isNull()) {
        assertThat(features.get(i).standardError()).isNaN();
      } else {
        assertThat(features.get(i).standardError()).isCloseTo(expected.doubleValue(), within(TOLERANCE));
      }
    }
    assertThat(attribution.intercept()).isCloseTo(values.get("intercept").doubleValue(), within(TOLERANCE));
    assertThat(attribution.score()).isCloseTo(values.get("score").doubleValue(), within(TOLERANCE));
    assertThat(attribution.localPrediction())
        .isCloseTo(values.get("local_prediction").doubleValue(), within(TOLERANCE));
    assertThat(attribution.probability()).isEqualTo(values.get("probability").doubleValue());
    assertThat(attribution.samples()).isEqualTo(values.get("samples").intValue());
    assertThat(attribution.seed()).isEqualTo(values.get("seed").longValue());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  @Override
  public String toString() {
    return text("name");
  }
}

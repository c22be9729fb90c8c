package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opsis.explain.Golden;
import opsis.explain.TextScorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextLimeGoldenTest {

  private static final JsonNode GOLDEN = Golden.read("text_lime.json");

  static Stream<GoldenCase> cases() {
    return GoldenCase.all(GOLDEN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSameSeedAndAnswersGiveTheReferencesExplanation(GoldenCase golden) {
    JsonNode values = golden.values();
    List<String> asked = new ArrayList<>();
    TextScorer scorer =
        texts -> {
          asked.addAll(texts);
          return texts.stream().map(text -> new double[] {1 - score(text), score(text)}).toArray(double[][]::new);
        };
    TextLimeSettings settings =
        TextLimeSettings.seeded(values.get("seed").longValue())
            .withSamples(values.get("samples").intValue())
            .withFeatures(values.get("most").intValue())
            .withBagOfWords(values.get("bag_of_words").booleanValue());

    TextExplanation explanation = new TextLime(settings.withScoreOnce(false)).explain(golden.text("text"), scorer, 1);

    byte[] texts = String.join("\0", asked).getBytes(StandardCharsets.UTF_8);
    assertThat(GoldenCase.sha256(texts)).isEqualTo(golden.text("texts_sha256"));
    assertThat(explanation.attribution().features())
        .allSatisfy(feature -> assertThat(feature.id()).isEqualTo(values.get("ids").get(feature.index()).asText()));
    golden.assertAgrees(explanation.attribution());
    assertThat(new TextLime(settings.withScoreOnce(true)).explain(golden.text("text"), scorer, 1))
        .isEqualTo(explanation);
  }

  private static double score(String text) {
    double total = 0;
    for (Map.Entry<String, Double> word : WORDS.entrySet()) {
      if (text.contains(word.getKey())) {
        total += word.getValue();
      }
    }
    if (text.contains("γιορτή") && text.contains("Άννα")) {
      total += 0.6;
    }
    total += text.codePointCount(0, text.length()) / 1024.0;
    return 0.5 + total / (2 * (1 + Math.abs(total)));
  }

  /** In the reference's order, for the same rounding. */
  private static final Map<String, Double> WORDS = new LinkedHashMap<>();

  static {
    GOLDEN.get("words").fields().forEachRemaining(word -> WORDS.put(word.getKey(), word.getValue().doubleValue()));
  }
}

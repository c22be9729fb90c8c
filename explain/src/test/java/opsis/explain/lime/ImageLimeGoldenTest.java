package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import opsis.explain.Golden;
import opsis.explain.ImageScorer;
import opsis.explain.Pictures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageLimeGoldenTest {

  static Stream<GoldenCase> cases() {
    return GoldenCase.all(Golden.read("image_lime.json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSameSeedAndAnswersGiveTheReferencesExplanation(GoldenCase golden) {
    JsonNode values = golden.values();
    MessageDigest asked = GoldenCase.sha256();
    ImageScorer scorer =
        images -> {
          images.forEach(image -> asked.update(Pictures.bytes(image)));
          return images.stream().map(image -> new double[] {1 - score(image), score(image)}).toArray(double[][]::new);
        };
    JsonNode hide = values.get("hide_colour");
    ImageLimeSettings settings =
        ImageLimeSettings.seeded(values.get("seed").longValue())
            .withSamples(values.get("samples").intValue())
            .withFeatures(values.get("most").intValue())
            .withHideColour(
                hide.isNull() ? null : new Color(hide.get(0).asInt(), hide.get(1).asInt(), hide.get(2).asInt()));
    BufferedImage image = Pictures.read(golden.text("picture") + ".png");

    ImageExplanation explanation = new ImageLime(settings.withScoreOnce(false)).explain(image, scorer, 1);

    assertThat(HexFormat.of().formatHex(asked.digest())).isEqualTo(golden.text("images_sha256"));
    assertThat(explanation.segments().count()).isEqualTo(values.get("regions").intValue());
    golden.assertAgrees(explanation.attribution());
    assertThat(new ImageLime(settings.withScoreOnce(true)).explain(image, scorer, 1)).isEqualTo(explanation);
  }

  private static double score(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    long red = 0;
    for (int y = height / 4; y < height * 3 / 4; y++) {
      for (int x = width / 4; x < width * 3 / 4; x++) {
        Color colour = new Color(image.getRGB(x, y));
        red += 2 * colour.getRed() - colour.getGreen() - colour.getBlue();
      }
    }
    long top = (long) (height / 3) * width;
    long dark = 3 * 255 * top;
    for (int y = 0; y < height / 3; y++) {
      for (int x = 0; x < width; x++) {
        Color colour = new Color(image.getRGB(x, y));
        dark -= colour.getRed() + colour.getGreen() + colour.getBlue();
      }
    }
    long middle = (long) (height * 3 / 4 - height / 4) * (width * 3 / 4 - width / 4);
    double total = red / (double) (255 * middle) + 2 * dark / (double) (3 * 255 * top);
    return 0.5 + total / (2 * (1 + Math.abs(total)));
  }
}

package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.ImageScorer;
import opsis.explain.Pictures;
import opsis.explain.ScorerException;
import opsis.explain.segment.Grid;
import opsis.explain.segment.Segmentation;
import opsis.explain.segment.Segments;

class ImageLimeTest {

  private final BufferedImage picture = Pictures.painted(60, 40);

  @Example
  void plantedRegionsAreFound() {
    BufferedImage image = filled(80, 60, Color.WHITE);
    ImageScorer brightness = scorer(each -> 0.2 + 0.5 * red(each, 25, 35) - 0.3 * red(each, 65, 5));
    ImageLimeSettings settings =
        ImageLimeSettings.seeded(1).withSegmentation(new Grid(4, 3)).withHideColour(Color.BLACK);

    ImageExplanation explanation = new ImageLime(settings).explain(image, brightness, 1);

    List<Feature> features = explanation.attribution().features();
    assertThat(features).hasSize(12);
    assertThat(features.get(0).index()).isEqualTo(explanation.segments().at(25, 35));
    assertThat(features.get(0).weight()).isCloseTo(0.5, within(0.02));
    assertThat(features.get(1).index()).isEqualTo(explanation.segments().at(65, 5));
    assertThat(features.get(1).weight()).isCloseTo(-0.3, within(0.02));
    assertThat(features.subList(2, 12)).allSatisfy(each -> assertThat(each.weight()).isCloseTo(0, within(0.01)));
  }

  @Property(tries = 15)
  void theSizeOfTheBatchesChangesNothing(@ForAll @IntRange(min = 1, max = 70) int batch) {
    ImageLimeSettings settings = few();

    assertThat(new ImageLime(settings.withBatch(batch)).explain(picture, crooked(), 1))
        .isEqualTo(new ImageLime(settings).explain(picture, crooked(), 1));
  }

  @Example
  void replayGivesTheSameJsonOnAnyNumberOfThreads() throws ExecutionException, InterruptedException {
    String json = new ImageLime(few()).explain(picture, crooked(), 1).attribution().toJson();
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      Attribution again = pool.submit(() -> new ImageLime(few()).explain(picture, crooked(), 1)).get().attribution();
      assertThat(again.toJson()).isEqualTo(json);
      assertThat(Attribution.fromJson(json)).isEqualTo(again);
    } finally {
      pool.shutdown();
    }
  }

  @Example
  void onlyOneBatchOfPicturesIsMadeAtATime() {
    ImageScorer scorer =
        images -> {
          assertThat(images).hasSizeBetween(1, 4);
          return crooked().probabilities(images);
        };

    assertThat(new ImageLime(few().withBatch(4)).explain(picture, scorer, 1).attribution().samples()).isEqualTo(60);
  }

  @Example
  void regionsOfTheCallerGetTheSameMasks() {
    Segments grid = Segmentation.named("grid").segment(picture, 0);

    assertThat(new ImageLime(few()).explain(picture, grid, crooked(), 1))
        .isEqualTo(new ImageLime(few().withSegmentation(Grid.standard())).explain(picture, crooked(), 1));
    assertThatThrownBy(() -> new ImageLime(few()).explain(Pictures.painted(40, 40), grid, crooked(), 1))
        .hasMessageContaining("regions of 60×40 for a picture of 40×40");
  }

  @Example
  void aPictureOfOnePixelIsOneRegion() {
    BufferedImage pixel = filled(1, 1, Color.RED);
    ImageLimeSettings settings = ImageLimeSettings.seeded(1).withSamples(20).withHideColour(Color.BLACK);

    Attribution attribution = new ImageLime(settings).explain(pixel, scorer(each -> red(each, 0, 0)), 1).attribution();

    assertThat(attribution.features()).singleElement().extracting(Feature::id).isEqualTo("0");
    assertThat(attribution.features().get(0).weight()).isPositive();
  }

  @Example
  void aRegionHiddenByItsOwnColourChangesNothing() {
    BufferedImage plain = filled(30, 30, new Color(120, 30, 200));
    Attribution attribution =
        new ImageLime(few().withSegmentation(new Grid(3, 3))).explain(plain, crooked(), 1).attribution();

    assertThat(attribution.features()).allSatisfy(feature -> assertThat(feature.weight()).isZero());
  }

  @Example
  void whatIsTransparentLiesOnWhite() {
    BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    ImageScorer scorer =
        scorer(
            image -> {
              assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
              assertThat(image.getRGB(3, 3)).isEqualTo(Color.WHITE.getRGB());
              return 0.5;
            });

    assertThat(new ImageLime(few()).explain(clear, scorer, 1).attribution().probability()).isEqualTo(0.5);
  }

  @Example
  void anAnswerThatIsNotANumberIsNamed() {
    assertThatThrownBy(() -> new ImageLime(few()).explain(picture, scorer(each -> Double.NaN), 1))
        .isInstanceOf(ScorerException.class)
        .hasMessageContaining("the unperturbed input");
  }

  @Example
  void anUnknownSegmentationIsRefused() {
    assertThatThrownBy(() -> Segmentation.named("felzenszwalb")).hasMessageContaining("give quickshift or grid");
    assertThat(Segmentation.named("quickshift").segment(picture, 1).count()).isPositive();
  }

  private static ImageLimeSettings few() {
    return ImageLimeSettings.seeded(5).withSamples(60).withSegmentation(new Grid(5, 4));
  }

  private static ImageScorer crooked() {
    return scorer(image -> Math.abs(red(image, 5, 5) - red(image, 25, 20)) * 0.7 + 0.1 * red(image, 10, 20));
  }

  private static double red(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getRed() / 255.0;
  }

  private static BufferedImage filled(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.getRGB());
      }
    }
    return image;
  }

  private static ImageScorer scorer(ToDoubleFunction<BufferedImage> probability) {
    return images ->
        images.stream()
            .mapToDouble(probability)
            .mapToObj(p -> new double[] {1 - p, p})
            .toArray(double[][]::new);
  }
}

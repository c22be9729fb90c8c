package opsis.explain.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import opsis.explain.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickshiftTest {

  @ParameterizedTest
  @CsvSource({
    "card.png, card_quickshift.png, 4, 200, 0.2, 42",
    "photo.png, photo_quickshift.png, 4, 200, 0.2, 42",
    "narrow.png, narrow_quickshift.png, 4, 200, 0.2, 42",
    "photo.png, photo_quickshift_short.png, 2, 3, 0.7, 7"
  })
  void regionsAreThoseOfScikitImage(
      String picture, String regions, double kernelSize, double maxDistance, double ratio, long seed) {
    int[] expected = Pictures.labels(regions);

    Segments segments = new Quickshift(kernelSize, maxDistance, ratio).segment(Pictures.read(picture), seed);

    int[] labels = segments.flat();
    long equal = IntStream.range(0, labels.length).filter(i -> labels[i] == expected[i]).count();
    assertThat(segments.count()).isEqualTo(IntStream.of(expected).max().orElseThrow() + 1);
    assertThat((double) equal / labels.length).isGreaterThanOrEqualTo(0.999);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theNumberOfThreadsChangesNothing(int threads) throws ExecutionException, InterruptedException {
    BufferedImage image = Pictures.painted(150, 130);
    Segments expected = Quickshift.standard().segment(image, 3);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      assertThat(pool.submit(() -> Quickshift.standard().segment(image, 3)).get()).isEqualTo(expected);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void onePixelIsOneRegion() {
    assertThat(Quickshift.standard().segment(Pictures.painted(1, 1), 0).count()).isEqualTo(1);
  }

  @Test
  void parametersThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> new Quickshift(0.5, 200, 0.2)).hasMessageContaining("kernel size of at least 1");
    assertThatThrownBy(() -> new Quickshift(4, Double.NaN, 0.2)).isInstanceOf(IllegalArgumentException.class);
  }
}

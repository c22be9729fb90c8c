package opsis.explain.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import opsis.explain.Pictures;
import org.assertj.core.data.Percentage;

class SegmentsTest {

  @Example
  void anyNumberingIsMadeGapless() {
    Segments segments = Segments.of(3, 2, new int[] {7, 7, -2, 100, 7, -2});

    assertThat(segments.count()).isEqualTo(3);
    assertThat(segments.labels()).isDeepEqualTo(new int[][] {{1, 1, 0}, {2, 1, 0}});
    assertThat(segments.at(0, 1)).isEqualTo(2);
  }

  @Example
  void aSizeThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Segments.of(3, 2, new int[5])).hasMessageContaining("5 labels for 3×2 pixels");
    assertThatThrownBy(() -> new Grid(0, 2)).hasMessageContaining("at least 1×1");
  }

  @Property(tries = 50)
  void aGridHasEveryCellThatFits(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 50) int columns,
      @ForAll @IntRange(min = 1, max = 50) int rows) {
    Segments segments = new Grid(columns, rows).segment(Pictures.painted(width, height), 0);

    assertThat(segments.count()).isEqualTo(Math.min(columns, width) * Math.min(rows, height));
    assertThat(segments.at(width - 1, height - 1)).isEqualTo(segments.count() - 1);
  }

  @Property
  void theGaussianTableAgreesWithTheExponential(@ForAll @DoubleRange(max = 1000) double squaredDistance) {
    assertThat(new GaussianTable(1.0 / 32).at(squaredDistance))
        .isCloseTo(Math.exp(-squaredDistance / 32), Percentage.withPercentage(1e-8));
  }
}

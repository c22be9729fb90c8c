package opsis.explain.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.explain.Attribution;

class RidgeTest {

  /** Where the derivative of what ridge minimises is zero, for more samples than features and for fewer. */
  @Property(tries = 100)
  void theFitIsTheMinimum(
      @ForAll @IntRange(min = 2, max = 90) int samples,
      @ForAll @IntRange(min = 1, max = 90) int features,
      @ForAll long seed) {
    Random random = new Random(seed);
    Masks masks = Masks.allOn(samples, features);
    double[] targets = new double[samples];
    double[] weights = new double[samples];
    for (int row = 0; row < samples; row++) {
      targets[row] = random.nextDouble();
      weights[row] = 0.01 + random.nextDouble();
      for (int column = 0; column < features; column++) {
        if (random.nextBoolean()) {
          masks.switchOff(row, column);
        }
      }
    }

    LinearFit fit = new Ridge(masks, weights, 0.5).fit(targets);

    double byIntercept = 0;
    double[] byCoefficient = new double[features];
    for (int row = 0; row < samples; row++) {
      double pull = weights[row] * (targets[row] - fit.predict(masks, row));
      byIntercept += pull;
      for (int column : masks.columnsKept(row)) {
        byCoefficient[column] += pull;
      }
    }
    assertThat(byIntercept).isCloseTo(0, within(1e-10));
    for (int column = 0; column < features; column++) {
      assertThat(byCoefficient[column]).isCloseTo(0.5 * fit.coefficients()[column], within(1e-10));
    }
  }

  @Example
  void columnsThatCannotBeToldApartShareTheirWeightWhenNothingIsPenalised() {
    Masks masks = Masks.allOn(4, 3);
    for (int row : new int[] {1, 3}) {
      masks.switchOff(row, 0);
      masks.switchOff(row, 1);
    }
    masks.switchOff(2, 2);
    masks.switchOff(3, 2);

    LinearFit fit = new Ridge(masks, new double[] {1, 1, 1, 1}, 0).fit(new double[] {0.9, 0.3, 0.8, 0.2});

    assertThat(fit.coefficients()).containsExactly(new double[] {0.3, 0.3, 0.1}, within(1e-12));
    assertThat(fit.intercept()).isCloseTo(0.2, within(1e-12));
  }

  @Example
  void veryFewSamplesStillGiveFiniteWeights() {
    TextLimeSettings settings = TextLimeSettings.seeded(1).withSamples(3).withFeatures(5);
    Attribution attribution =
        new TextLime(settings)
            .explain(
                "one two three four five six seven",
                texts -> texts.stream().map(text -> new double[] {text.length() / 99.0}).toArray(double[][]::new),
                0)
            .attribution();

    assertThat(attribution.features()).hasSize(5).allSatisfy(each -> assertThat(each.weight()).isFinite());
  }
}

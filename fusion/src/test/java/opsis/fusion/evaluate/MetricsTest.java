package opsis.fusion.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.fusion.Golden;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void figuresAreThoseOfScikitLearn() {
        for (JsonNode row : Golden.json("metrics.json")) {
            Metrics metrics = Metrics.of(Golden.ints(row.get("labels")), Golden.doubles(row.get("probabilities")), 0.5);
            assertThat(metrics.accuracy()).isCloseTo(row.get("accuracy").asDouble(), within(1e-12));
            assertThat(metrics.precision()).isCloseTo(row.get("precision").asDouble(), within(1e-12));
            assertThat(metrics.recall()).isCloseTo(row.get("recall").asDouble(), within(1e-12));
            assertThat(metrics.f1()).isCloseTo(row.get("f1").asDouble(), within(1e-12));
            assertThat(metrics.macroF1()).isCloseTo(row.get("macro_f1").asDouble(), within(1e-12));
            assertThat(metrics.rocAuc()).isCloseTo(row.get("roc_auc").asDouble(), within(1e-12));
            assertThat(new int[] {metrics.trueNegatives(), metrics.falsePositives(), metrics.falseNegatives(), metrics.truePositives()})
                    .isEqualTo(Golden.ints(row.get("confusion")));
        }
    }

    @Test
    void oneClassAloneHasNoRocAuc() {
        assertThat(Metrics.of(new int[] {1, 1}, new double[] {0.2, 0.9}, 0.5).rocAuc()).isNaN();
    }

    @Property(tries = 200)
    void noOtherThresholdIsBetter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int posts, @ForAll @IntRange(min = 2, max = 20) int levels) {
        Random random = new Random(seed);
        int[] labels = random.ints(posts, 0, 2).toArray();
        double[] probabilities = random.ints(posts, 0, levels + 1).mapToDouble(i -> (double) i / levels).toArray();
        double chosen = Metrics.of(labels, probabilities, Thresholds.bestMacroF1(labels, probabilities)).macroF1();
        for (int i = 0; i <= 2 * levels; i++) {
            double other = i / (2.0 * levels);
            assertThat(Metrics.of(labels, probabilities, other).macroF1()).as("at %s", other).isLessThanOrEqualTo(chosen + 1e-12);
        }
    }

    @Property(tries = 100)
    void rocAucDoesNotCareForTheScale(@ForAll long seed) {
        Random random = new Random(seed);
        int[] labels = random.ints(30, 0, 2).toArray();
        labels[0] = 0;
        labels[1] = 1;
        double[] probabilities = random.doubles(30).toArray();
        double[] squeezed = Arrays.stream(probabilities).map(p -> p * p * p / 2).toArray();
        assertThat(RocAuc.of(labels, squeezed)).isCloseTo(RocAuc.of(labels, probabilities), within(1e-12));
    }

    @Test
    void theIntervalHoldsTheFigureAndNarrowsWithPosts() {
        Interval few = interval(100);
        Interval many = interval(2500);
        assertThat(few.low()).isLessThan(0.8).isGreaterThan(0.6);
        assertThat(few.high()).isGreaterThan(0.8).isLessThan(0.95);
        // The normal interval of a share of 0.8 among n is 1.96·√(0.16/n) to each side.
        assertThat(many.high() - many.low()).isCloseTo(2 * 1.96 * Math.sqrt(0.16 / 2500), within(0.004));
    }

    private static Interval interval(int posts) {
        int[] labels = new int[posts];
        double[] probabilities = new double[posts];
        for (int i = 0; i < posts; i++) {
            labels[i] = i % 2;
            probabilities[i] = i % 5 == 0 ? 1 - labels[i] : labels[i];
        }
        return Bootstrap.interval(labels, probabilities, 0.5, Metrics::accuracy, 2000, 9);
    }
}

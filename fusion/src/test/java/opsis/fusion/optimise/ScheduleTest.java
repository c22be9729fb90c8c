package opsis.fusion.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theRateRisesThenFallsToNothing() {
        LinearSchedule schedule = new LinearSchedule(10, 110);
        assertThat(schedule.factor(0)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(9)).isEqualTo(1);
        assertThat(schedule.factor(10)).isEqualTo(1);
        assertThat(schedule.factor(60)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(110)).isZero();
        assertThat(new LinearSchedule(0, 4).factor(0)).isEqualTo(1);
    }

    @Property(tries = 100)
    void everyItemIsDealtOnce(@ForAll @IntRange(max = 700) int items, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        List<int[]> batches = Batches.of(items, size, i -> i % 13, new Random(seed));
        int[] all = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        assertThat(all).isEqualTo(IntStream.range(0, items).toArray());
        assertThat(batches).allSatisfy(batch -> assertThat(batch.length).isBetween(1, size));
    }

    @Test
    void batchesHoldLikeLengths() {
        List<int[]> batches = Batches.of(320, 20, i -> i, new Random(1));
        assertThat(batches).allSatisfy(batch -> assertThat(Arrays.stream(batch).max().getAsInt() - Arrays.stream(batch).min().getAsInt())
                .isEqualTo(19));
    }
}

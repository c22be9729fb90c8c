package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlotTest {

    private final Formats formats = new Formats(new Messages(), ZoneOffset.UTC);

    @Test
    void binsFromTheThresholdOnAreOver() {
        Plot plot = Plot.of(new long[20], 0.15, formats);

        assertThat(plot.bars()).extracting(Plot.Bar::over).startsWith(false, false, false, true);
    }

    @Test
    void oneAmongThousandsIsStillSeen() {
        Plot plot = Plot.of(new long[] {100_000, 0, 1}, 0.5, formats);

        assertThat(Double.parseDouble(plot.bars().get(0).height())).isEqualTo(Plot.HEIGHT);
        assertThat(plot.bars().get(1).empty()).isTrue();
        assertThat(Double.parseDouble(plot.bars().get(2).height())).isGreaterThanOrEqualTo(2);
    }

    @Property(tries = 100)
    void everyBarStandsWithinTheFrame(@ForAll @Size(min = 1, max = 40) @LongRange(min = 0, max = 1_000_000_000) long[] counts) {
        for (Plot.Bar bar : Plot.of(counts, 0.5, formats).bars()) {
            assertThat(Double.parseDouble(bar.x())).isGreaterThanOrEqualTo(0);
            assertThat(Double.parseDouble(bar.x()) + Double.parseDouble(bar.width())).isLessThanOrEqualTo(Plot.WIDTH);
            assertThat(Double.parseDouble(bar.y())).isBetween(0.0, (double) Plot.HEIGHT);
        }
    }
}

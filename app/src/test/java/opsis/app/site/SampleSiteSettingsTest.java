package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.app.SettableClock;
import org.junit.jupiter.api.Test;

class SampleSiteSettingsTest {

    @Test
    void nonsenseIsRefusedByName() {
        assertThatThrownBy(() -> new SampleSiteSettings(0, 1, 0, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO,
                Duration.ZERO)).hasMessageContaining("documentsPerWindow");
        assertThatThrownBy(() -> new SampleSiteSettings(0, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO,
                Duration.ZERO)).hasMessageContaining("window");
        assertThatThrownBy(() -> new SampleSiteSettings(0, 1, 1, Duration.ofSeconds(1), Duration.ofMillis(2),
                Duration.ofMillis(1), Duration.ZERO)).hasMessageContaining("shortestDelay");
    }

    @Property(tries = 200)
    void noWindowEverGivesMoreThanItsBudget(@ForAll @IntRange(min = 1, max = 20) int budget,
                                            @ForAll @IntRange(min = 1, max = 400) int step) {
        SettableClock clock = new SettableClock();
        RequestBudget requests = new RequestBudget(budget, Duration.ofSeconds(1), clock);
        int permitted = 0;
        for (int elapsed = 0; elapsed < 1_000; elapsed += step) {
            Optional<Duration> refusal = requests.refusal();
            permitted += refusal.isEmpty() ? 1 : 0;
            int left = 1_000 - elapsed;
            assertThat(refusal.orElse(Duration.ofMillis(left))).isEqualTo(Duration.ofMillis(left));
            clock.advance(Duration.ofMillis(step));
        }

        assertThat(permitted).isEqualTo(Math.min(budget, (999 / step) + 1));
        assertThat(requests.refusal()).isEmpty();
    }
}

package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import opsis.app.terminal.Interruption;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** A clock that each look moves on a little, as waiting would. */
    private static final class TickingClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            now = now.plusMillis(100);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void requestsAreSpacedEvenly() {
        TickingClock clock = new TickingClock();
        Lane lane = new Lane(clock, new Interruption(), 120, Duration.ofMinutes(1));

        assertThat(lane.enter()).isTrue();
        Instant first = clock.now;
        assertThat(lane.enter()).isTrue();

        assertThat(Duration.between(first, clock.now)).isBetween(Duration.ofMillis(500), Duration.ofMillis(700));
    }

    @Test
    void nobodyEntersWhileTheHostAskedToWait() {
        TickingClock clock = new TickingClock();
        Lane lane = new Lane(clock, new Interruption(), 0, Duration.ofMinutes(1));
        Instant until = START.plusSeconds(1);

        lane.hold(until);

        assertThat(lane.enter()).isTrue();
        assertThat(clock.now).isAfterOrEqualTo(until);
    }

    @Test
    void aShorterHoldDoesNotShortenALongerOne() {
        TickingClock clock = new TickingClock();
        Lane lane = new Lane(clock, new Interruption(), 0, Duration.ofMinutes(1));
        lane.hold(START.plusSeconds(2));
        lane.hold(START.plusSeconds(1));

        lane.enter();

        assertThat(clock.now).isAfterOrEqualTo(START.plusSeconds(2));
    }

    @Test
    void aHoldLongerThanTheLanesPatienceClosesIt() {
        Lane lane = new Lane(new TickingClock(), new Interruption(), 0, Duration.ofSeconds(5));
        lane.hold(START.plusSeconds(60));

        assertThat(lane.enter()).isFalse();
    }

    @Test
    void anInterruptionClosesTheLane() {
        Interruption interruption = new Interruption();
        Lane lane = new Lane(new TickingClock(), interruption, 0, Duration.ofMinutes(1));
        interruption.request();

        assertThat(lane.enter()).isFalse();
    }

    @Test
    void slowSpacingAloneDoesNotCloseTheLane() {
        Lane lane = new Lane(new TickingClock(), new Interruption(), 60, Duration.ofMillis(1));

        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isTrue();
    }
}

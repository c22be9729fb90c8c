package opsis.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import opsis.app.SettableClock;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SettableClock clock = new SettableClock();

    private Terminal terminal(boolean json, boolean quiet) {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), clock, new Terminal.Style(json, quiet, false));
    }

    @Test
    void jsonIsOneObjectOnStandardOutputAndNothingElse() {
        terminal(true, false).result(Map.of("report", Path.of("/a/b.html")), () -> "words");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("{\"report\":\"/a/b.html\"}");
        assertThat(err.size()).isZero();
    }

    @Test
    void withoutJsonTheResultIsWords() {
        terminal(false, false).result(Map.of(), () -> "λόγια");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("λόγια");
    }

    @Test
    void progressInAPipeIsALineEveryTenSeconds() {
        try (Progress progress = terminal(false, false).progress("capture", 100)) {
            for (int second = 0; second < 25; second++) {
                clock.advance(Duration.ofSeconds(1));
                progress.step(1);
            }
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3).first().asString()
                .isEqualTo("capture: 10 of 100, 1.0 a second, 90 s left");
    }

    @Test
    void quietShowsNoProgressButStillWarns() {
        Terminal terminal = terminal(false, true);
        try (Progress progress = terminal.progress("capture", 100)) {
            progress.step(100);
            progress.note("waiting");
        }
        terminal.say("not said");
        terminal.warn("said");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("said");
    }
}

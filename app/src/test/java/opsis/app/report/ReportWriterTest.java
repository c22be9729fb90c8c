package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWriterTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    @TempDir
    private Path folder;

    private String page(NightBuilder night) throws IOException {
        return page(night, Language.ENGLISH);
    }

    private String page(NightBuilder night, Language language) throws IOException {
        Path file = folder.resolve("night/report.html");
        new ReportWriter(language, ATHENS).write(night.build(), file);
        return Files.readString(file);
    }

    @Test
    void preview() throws IOException {
        new ReportWriter(Language.GREEK, ATHENS).write(NightBuilder.night().build(), Path.of("target/preview/el.html"));
        new ReportWriter(Language.ENGLISH, ATHENS).write(NightBuilder.night().build(), Path.of("target/preview/en.html"));
    }
}

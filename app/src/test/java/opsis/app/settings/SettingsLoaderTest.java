package opsis.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

    @TempDir
    private Path folder;

    private Settings load(String yaml, Map<String, String> environment) throws IOException {
        Path file = folder.resolve("opsis.yaml");
        Files.writeString(file, yaml);
        return SettingsLoader.fromEnvironment(environment).load(file);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        Settings settings = SettingsLoader.fromEnvironment(Map.of()).load(folder.resolve("none.yaml"));

        assertThat(settings.capture().profile()).isEqualTo("card");
        assertThat(settings.capture().passWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Athens"));
    }

    @Test
    void theTemplateThatInitWritesIsItselfAValidFile() throws IOException {
        assertThat(load(SettingsLoader.template(), Map.of()))
                .isEqualTo(SettingsLoader.fromEnvironment(Map.of()).load(folder.resolve("none.yaml")));
    }

    @Test
    void everySettingOfTheTemplateHasACommentAboveItsGroupOrItself() {
        String[] lines = SettingsLoader.template().split("\n");
        for (int i = 1; i < lines.length; i++) {
            boolean leaf = lines[i].matches("\\s*[a-zA-Z]+: .+");
            boolean explained = lines[i - 1].strip().startsWith("#") || lines[i - 1].matches("\\s*[a-zA-Z]+: .+");
            assertThat(!leaf || explained).as(lines[i]).isTrue();
        }
    }

    @Test
    void theFileWinsOverTheDefaultsAndTheEnvironmentOverTheFile() throws IOException {
        Settings settings = load("capture:\n  perMinute: 12\n  passes: 3\n", Map.of("OPSIS_CAPTURE_PER_MINUTE", "7"));

        assertThat(settings.capture().perMinute()).isEqualTo(7);
        assertThat(settings.capture().passes()).isEqualTo(3);
        assertThat(settings.capture().profile()).isEqualTo("card");
    }

    @Test
    void aGroupWithoutValuesKeepsItsDefaults() throws IOException {
        assertThat(load("capture:\n", Map.of()).capture().passes()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "capture.perminute: 3 | capture.perminute",
        "'capture:\n  perminute: 3' | capture.perminute",
        "'capture:\n  passes: many' | capture.passes",
        "'capture:\n  passes: 0' | capture.passes",
        "'capture:\n  patience: soon' | 30s",
        "'language: fr' | el or en",
        "'timeZone: Europe/Atlantis' | timeZone",
        "'nightly:\n  missed: maybe' | run or skip",
        "'- a list' | opsis init",
        "'capture: [1' | not valid YAML",
        "'capture: 5' | group of settings"})
    void aMistakeIsNamedWithItsMend(String yaml, String named) {
        assertThatThrownBy(() -> load(yaml, Map.of())).isInstanceOf(SettingsException.class)
                .hasMessageContaining(named);
    }

    @Test
    void thePasswordIsNotPrinted() throws IOException {
        assertThat(load("database:\n  password: secret\n", Map.of()).toString()).doesNotContain("secret");
    }

    @Test
    void theVariableOfASettingSplitsItsWords() {
        assertThat(SettingsLoader.variable("capture.perMinute")).isEqualTo("OPSIS_CAPTURE_PER_MINUTE");
    }
}

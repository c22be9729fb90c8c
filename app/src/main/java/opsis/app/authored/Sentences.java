package opsis.app.authored;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The written material of {@code sentences.yaml}; the keys are explained there. */
record Sentences(List<List<String>> groups, List<String> englishGroups, List<String> places, List<String> days,
                 List<String> hateful, List<String> leads, List<String> pointing, List<String> harmless,
                 List<String> everyday, List<String> tails, List<String> hostileSlogans,
                 List<String> friendlySlogans, List<List<String>> hostileCaptions,
                 List<List<String>> friendlyCaptions, List<String> names, List<String> handles) {

    static Sentences load() {
        try (InputStream in = Sentences.class.getResourceAsStream("sentences.yaml")) {
            return new YAMLMapper().readValue(in, Sentences.class);
        } catch (IOException e) {
            throw new UncheckedIOException("sentences.yaml of the authored posts cannot be read", e);
        }
    }
}

package opsis.fusion.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NgramHasherTest {
    private final NgramHasher hasher = new NgramHasher(1 << 16);

    @Property(tries = 200)
    void everyTextWithWordsHasLengthOne(@ForAll @StringLength(max = 300) String text) {
        NgramHasher.Ngrams ngrams = hasher.of(text, null);
        double squares = 0;
        for (float weight : ngrams.weights()) {
            squares += weight * weight;
        }
        assertThat(squares).isCloseTo(Words.of(text).isEmpty() ? 0 : 1, within(1e-3));
        assertThat(Arrays.stream(ngrams.rows()).allMatch(row -> row >= 0 && row < 1 << 16)).isTrue();
        assertThat(ngrams.rows().length).isLessThanOrEqualTo(NgramHasher.MAX_NGRAMS);
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(hasher.of("ΉΛΙΟ και Ουρανό", null).rows()).isEqualTo(hasher.of("ηλιο ΚΑΙ ουρανο", null).rows());
    }

    @Test
    void rareRowsWeighMore() {
        float[] idf = hasher.inverseDocumentFrequencies(List.of("ηλιος", "ηλιος", "ουρανος"));
        int everywhere = hasher.of("ηλιος", null).rows()[0];
        int rare = Arrays.stream(hasher.of("ουρανος", null).rows())
                .filter(row -> Arrays.stream(hasher.of("ηλιος", null).rows()).noneMatch(other -> other == row)).findFirst().orElseThrow();
        assertThat(idf[rare]).isGreaterThan(idf[everywhere]);
        assertThat(idf[rare]).isCloseTo((float) (Math.log(4.0 / 2) + 1), within(1e-6f));
    }
}

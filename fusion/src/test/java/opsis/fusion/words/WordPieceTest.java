package opsis.fusion.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opsis.fusion.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTest {
    private static final List<String> TEXTS = List.of("Ο ήλιος και ο ουρανός, ο ήλιος!", "Οι ουρανοί και οι ήλιοι", "ένας ήλιος #ουρανός @USER");

    @Test
    void frequentPairsAreMergedFirst() {
        List<String> vocabulary = VocabularyTrainer.train(List.of("abab abab abab abc"), 100, 1);
        assertThat(vocabulary).startsWith("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
        assertThat(vocabulary).contains("a", "##b", "##c", "ab", "abab").doesNotContain("##bc");
        assertThat(vocabulary.indexOf("ab")).isLessThan(vocabulary.indexOf("abab"));
    }

    @Test
    void theVocabularyIsDeterminedAndBounded() {
        List<String> one = VocabularyTrainer.train(TEXTS, 40, 1);
        assertThat(one).hasSize(40).doesNotHaveDuplicates();
        assertThat(VocabularyTrainer.train(TEXTS, 40, 1)).isEqualTo(one);
    }

    @Test
    void trainedTextsHoldNoUnknownToken() {
        List<String> vocabulary = VocabularyTrainer.train(TEXTS, 80, 1);
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(vocabulary, 64)) {
            for (String text : TEXTS) {
                assertThat(decoded(tokenizer.encode(text), vocabulary)).isEqualTo(Words.of(text));
            }
        }
    }

    /** The reference tokenizer splits words as {@link Words} does, so what is trained is what is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"Καλημέρα, κόσμε!", "ΑΎΡΙΟ ΘΑ ΒΡΈΞΕΙ…", "#hashtag_ένα @USER: (τι;) «εισαγωγικά» 50%", "μαϊμού ΐδιο café\tnew\nline",
        "emoji😀μέσα  διπλό  κενό", "a-b_c/d", "νο\u00a0break zero\u200bwidth"})
    void wordsAreCutAsTheReferenceCutsThem(String text) {
        List<String> words = Words.of(text);
        List<String> vocabulary = new ArrayList<>(TokenizerJson.SPECIAL);
        words.stream().distinct().forEach(vocabulary::add);
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(vocabulary, 64)) {
            assertThat(decoded(tokenizer.encode(text), vocabulary)).isEqualTo(words);
        }
    }

    @Test
    void longTextsAreCutAndStillEnd() {
        List<String> vocabulary = VocabularyTrainer.train(TEXTS, 80, 1);
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(vocabulary, 8)) {
            long[] ids = tokenizer.encode("ήλιος ".repeat(10_000));
            assertThat(ids).hasSize(8).startsWith(2).endsWith(3);
            assertThat(tokenizer.encodeAll(List.of("ήλιος", "ο ήλιος")).get(1)).isEqualTo(tokenizer.encode("ο ήλιος"));
        }
    }

    @Test
    void aVocabularyWithoutItsSpecialTokensIsRefused() {
        assertThatThrownBy(() -> new WordPieceTokenizer(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"), 8))
                .isInstanceOf(ModelException.class).hasMessageContaining("[MASK]");
    }

    private static List<String> decoded(long[] ids, List<String> vocabulary) {
        List<String> words = new ArrayList<>();
        for (long id : Arrays.copyOfRange(ids, 1, ids.length - 1)) {
            String piece = vocabulary.get((int) id);
            if (piece.startsWith("##")) {
                words.set(words.size() - 1, words.get(words.size() - 1) + piece.substring(2));
            } else {
                words.add(piece);
            }
        }
        return words;
    }
}

package opsis.fusion.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Character 2–5-grams within words and word 1–2-grams of a text, hashed to rows of a table (Weinberger et al. 2009). Each family's
 * weights, 1 + ln(count) times the row's inverse document frequency, are scaled to length √½, so that a text's have length 1.
 */
public final class NgramHasher {
    /** n-grams kept of one text, so that a hostile one costs no more. */
    static final int MAX_NGRAMS = 2048;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    private final int buckets;

    public NgramHasher(int buckets) {
        this.buckets = buckets;
    }

    /** Rows and their weights, of one length. */
    public record Ngrams(int[] rows, float[] weights) {
    }

    /** @param idf inverse document frequency of each row, or null for 1 everywhere */
    public Ngrams of(String text, float[] idf) {
        List<String> words = Words.of(text);
        Map<Integer, Integer> characters = new HashMap<>();
        Map<Integer, Integer> wholes = new HashMap<>();
        String before = null;
        for (String word : words) {
            countCharacters(" " + word + " ", characters);
            count(wholes, "w " + word);
            if (before != null) {
                count(wholes, "w " + before + " " + word);
            }
            before = word;
        }
        int[] rows = new int[characters.size() + wholes.size()];
        float[] weights = new float[rows.length];
        int next = fill(characters, idf, rows, weights, 0);
        fill(wholes, idf, rows, weights, next);
        return new Ngrams(rows, weights);
    }

    private void countCharacters(String padded, Map<Integer, Integer> counts) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int from = 0; from + length <= padded.length(); from++) {
                count(counts, padded.substring(from, from + length));
            }
        }
    }

    private void count(Map<Integer, Integer> counts, String ngram) {
        int row = Math.floorMod(mix(ngram.hashCode()), buckets);
        if (counts.size() < MAX_NGRAMS / 2 || counts.containsKey(row)) {
            counts.merge(row, 1, Integer::sum);
        }
    }

    private static int fill(Map<Integer, Integer> counts, float[] idf, int[] rows, float[] weights, int from) {
        int at = from;
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            rows[at] = entry.getKey();
            weights[at] = (float) (1 + Math.log(entry.getValue())) * (idf == null ? 1 : idf[rows[at]]);
            squares += weights[at] * weights[at];
            at++;
        }
        float scale = squares == 0 ? 0 : (float) Math.sqrt(0.5 / squares);
        for (int i = from; i < at; i++) {
            weights[i] *= scale;
        }
        return at;
    }

    /** MurmurHash3's finalizer; String.hashCode alone crowds short strings together. */
    private static int mix(int value) {
        int h = (value ^ value >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** Smoothed inverse document frequency of each row over the training texts: ln((1 + n) / (1 + df)) + 1, as scikit-learn. */
    public float[] inverseDocumentFrequencies(List<String> texts) {
        int[] seen = new int[buckets];
        for (String text : texts) {
            Arrays.stream(of(text, null).rows()).distinct().forEach(row -> seen[row]++);
        }
        float[] idf = new float[buckets];
        for (int row = 0; row < buckets; row++) {
            idf[row] = (float) (Math.log((1.0 + texts.size()) / (1.0 + seen[row])) + 1);
        }
        return idf;
    }
}

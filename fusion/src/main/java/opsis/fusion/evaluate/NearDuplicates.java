package opsis.fusion.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opsis.fusion.LabelledPost;

/**
 * Clusters of posts that must not be parted: same group, or texts that nearly repeat one another. Nearness is Jaccard similarity of
 * character 5-gram sets, found by MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4):
 * 16 bands of 4 rows, so that pairs above about 0.8 meet nearly surely and pairs below 0.3 seldom.
 */
public final class NearDuplicates {
    private static final int BANDS = 16;
    private static final int ROWS = 4;
    private static final int SHINGLE = 5;

    private NearDuplicates() {
    }

    /** All posts, each in one cluster, in order of first appearance. */
    public static List<List<LabelledPost>> cluster(List<LabelledPost> posts) {
        int[] parent = new int[posts.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            for (String key : keys(posts.get(i))) {
                Integer other = seen.putIfAbsent(key, i);
                if (other != null) {
                    parent[root(parent, i)] = root(parent, other);
                }
            }
        }
        Map<Integer, List<LabelledPost>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            clusters.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(posts.get(i));
        }
        return List.copyOf(clusters.values());
    }

    /** The text in lower case without accents, mentions, links, digits and punctuation. */
    static String normalise(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.replaceAll("https?://\\S+|@\\w+", " ").replace('ς', 'σ').replaceAll("[^\\p{L}]+", " ").strip();
    }

    private static Collection<String> keys(LabelledPost post) {
        List<String> keys = new ArrayList<>();
        if (post.group() != null) {
            keys.add("group " + post.group());
        }
        String text = post.text() == null ? "" : normalise(post.text());
        if (text.isEmpty()) {
            return keys;
        }
        if (text.length() < 2 * SHINGLE) {
            keys.add("text " + text);
            return keys;
        }
        int[] signature = signature(text);
        for (int band = 0; band < BANDS; band++) {
            StringBuilder key = new StringBuilder("band ").append(band);
            for (int row = 0; row < ROWS; row++) {
                key.append(' ').append(signature[band * ROWS + row]);
            }
            keys.add(key.toString());
        }
        return keys;
    }

    private static int[] signature(String text) {
        int[] least = new int[BANDS * ROWS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int from = 0; from + SHINGLE <= text.length(); from++) {
            int hash = text.substring(from, from + SHINGLE).hashCode();
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mix(hash, i));
            }
        }
        return least;
    }

    /** One of a family of hash functions: MurmurHash3's finalizer over the value offset by a multiple of the golden ratio. */
    private static int mix(int value, int function) {
        int h = value + function * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}

package opsis.fusion.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains a WordPiece vocabulary by merging the most frequent neighbouring pieces (Sennrich et al. 2016), continuing pieces marked
 * with "##", as the WordPieceTrainer of Hugging Face's tokenizers does. Ties fall by the pieces' text, so the result is determined.
 */
public final class VocabularyTrainer {
    private static final int MAX_WORD = 40;

    private final List<int[]> words = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Long, Long> pairCounts = new HashMap<>();
    private final Map<Long, Set<Integer>> pairWords = new HashMap<>();

    private VocabularyTrainer() {
    }

    /**
     * @param texts     whose words are counted
     * @param size      of the vocabulary, the five special tokens included
     * @param leastSeen characters and pairs seen less often are left out
     */
    public static List<String> train(Iterable<String> texts, int size, int leastSeen) {
        Map<String, Long> counts = new TreeMap<>();
        for (String text : texts) {
            Words.of(text).forEach(word -> counts.merge(word, 1L, Long::sum));
        }
        return new VocabularyTrainer().train(counts, size, leastSeen);
    }

    private List<String> train(Map<String, Long> wordCounts, int size, int leastSeen) {
        Set<String> alphabet = alphabet(wordCounts, leastSeen);
        wordCounts.forEach((word, count) -> addWord(word, count, alphabet));
        List<String> vocabulary = new ArrayList<>(TokenizerJson.SPECIAL);
        vocabulary.addAll(pieces);
        PriorityQueue<Pair> queue = new PriorityQueue<>();
        pairCounts.forEach((pair, count) -> queue.add(new Pair(pair, count, text(pair))));
        Set<String> known = new HashSet<>(vocabulary);
        while (vocabulary.size() < size && !queue.isEmpty()) {
            Pair best = queue.poll();
            long now = pairCounts.getOrDefault(best.key(), 0L);
            if (now != best.count()) {
                if (now > 0) {
                    queue.add(new Pair(best.key(), now, best.text()));
                }
                continue;
            }
            if (now < leastSeen) {
                break;
            }
            int merged = id(merge(best.key()));
            if (known.add(pieces.get(merged))) {
                vocabulary.add(pieces.get(merged));
            }
            Set<Long> changed = apply(best.key(), merged);
            changed.forEach(pair -> queue.add(new Pair(pair, pairCounts.get(pair), text(pair))));
        }
        return List.copyOf(vocabulary.subList(0, Math.min(size, vocabulary.size())));
    }

    /** Frequent characters, as word beginnings and as continuations. */
    private static Set<String> alphabet(Map<String, Long> wordCounts, int leastSeen) {
        Map<String, Long> seen = new HashMap<>();
        wordCounts.forEach((word, count) -> word.codePoints().forEach(c -> seen.merge(Character.toString(c), count, Long::sum)));
        Set<String> kept = new HashSet<>();
        seen.forEach((character, count) -> {
            if (count >= leastSeen) {
                kept.add(character);
            }
        });
        return kept;
    }

    private void addWord(String word, long count, Set<String> alphabet) {
        List<String> characters = word.codePoints().mapToObj(Character::toString).toList();
        if (characters.size() > MAX_WORD || !alphabet.containsAll(characters)) {
            return;
        }
        int[] symbols = new int[characters.size()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = id(i == 0 ? characters.get(i) : "##" + characters.get(i));
        }
        int index = words.size();
        words.add(symbols);
        counts.add(count);
        for (int i = 0; i + 1 < symbols.length; i++) {
            count(pair(symbols[i], symbols[i + 1]), count, index);
        }
    }

    /** Joins the pair in every word that holds it; gives the pairs whose counts rose. */
    private Set<Long> apply(long pair, int merged) {
        Set<Long> risen = new HashSet<>();
        for (int index : pairWords.remove(pair)) {
            int[] old = words.get(index);
            int[] joined = join(old, pair, merged);
            if (joined.length == old.length) {
                continue;
            }
            long count = counts.get(index);
            for (int i = 0; i + 1 < old.length; i++) {
                pairCounts.merge(pair(old[i], old[i + 1]), -count, Long::sum);
            }
            for (int i = 0; i + 1 < joined.length; i++) {
                long next = pair(joined[i], joined[i + 1]);
                count(next, count, index);
                if (joined[i] == merged || joined[i + 1] == merged) {
                    risen.add(next);
                }
            }
            words.set(index, joined);
        }
        pairCounts.remove(pair);
        risen.remove(pair);
        return risen;
    }

    private static int[] join(int[] symbols, long pair, int merged) {
        int[] joined = new int[symbols.length];
        int length = 0;
        for (int i = 0; i < symbols.length; i++) {
            boolean here = i + 1 < symbols.length && pair(symbols[i], symbols[i + 1]) == pair;
            joined[length++] = here ? merged : symbols[i];
            if (here) {
                i++;
            }
        }
        return Arrays.copyOf(joined, length);
    }

    private void count(long pair, long count, int word) {
        pairCounts.merge(pair, count, Long::sum);
        pairWords.computeIfAbsent(pair, k -> new HashSet<>()).add(word);
    }

    private int id(String piece) {
        return ids.computeIfAbsent(piece, p -> {
            pieces.add(p);
            return pieces.size() - 1;
        });
    }

    private String merge(long pair) {
        return pieces.get((int) (pair >>> 32)) + pieces.get((int) pair).substring(2);
    }

    private String text(long pair) {
        return pieces.get((int) (pair >>> 32)) + " " + pieces.get((int) pair);
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    /** A pair as it stood when it was queued; most frequent first. */
    private record Pair(long key, long count, String text) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return count != other.count ? Long.compare(other.count, count) : text.compareTo(other.text);
        }
    }
}

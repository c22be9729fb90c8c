package opsis.app.authored;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Composes the words of authored posts from sentences and fillers. */
final class TextWriter {

    /** The words of a post and the sentences they were made from. */
    record Text(String words, String group) {
    }

    private final Sentences sentences;
    private final Random random;

    TextWriter(Sentences sentences, Random random) {
        this.sentences = sentences;
        this.random = random;
    }

    /** Words that are hateful by themselves. */
    Text hateful() {
        int main = random.nextInt(sentences.hateful().size());
        String core = filled(sentences.hateful().get(main));
        String words = switch (random.nextInt(4)) {
            case 0 -> filled(one(sentences.leads())) + " " + core;
            case 1 -> core + " " + filled(one(sentences.leads()));
            default -> core;
        };
        return new Text(dressed(words), "hateful-" + main);
    }

    /** Words that are harmless by themselves, on the same topics or on everyday ones. */
    Text harmless() {
        boolean topic = random.nextInt(5) < 3;
        List<String> from = topic ? sentences.harmless() : sentences.everyday();
        int main = random.nextInt(from.size());
        String words = filled(from.get(main));
        if (random.nextInt(3) == 0) {
            words = words + " " + filled(one(random.nextBoolean() ? sentences.everyday() : sentences.leads()));
        }
        return new Text(dressed(words), (topic ? "harmless-" : "everyday-") + main);
    }

    /** Harmless words that point to the picture, or none at all. */
    Text pointing() {
        if (random.nextInt(4) == 0) {
            return new Text("", "empty");
        }
        int main = random.nextInt(sentences.pointing().size());
        return new Text(dressed(filled(sentences.pointing().get(main))), "pointing-" + main);
    }

    private String filled(String sentence) {
        List<String> group = one(sentences.groups());
        return upperFirst(sentence
                .replace("{nom}", group.get(0)).replace("{acc}", group.get(1))
                .replace("{gen}", group.get(2)).replace("{bare}", group.get(3))
                .replace("{group}", one(sentences.englishGroups()))
                .replace("{place}", one(sentences.places())).replace("{day}", one(sentences.days()))
                .replace("σε τους ", "στους "));
    }

    /** Adds what people add: a tag or an emoji; and one post in seven goes without accents. */
    private String dressed(String words) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(random.nextInt(7) == 0 ? withoutAccents(words) : words);
        for (int tails = random.nextInt(4); tails > 1; tails--) {
            parts.add(one(sentences.tails()));
        }
        return String.join(" ", parts);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String upperFirst(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String withoutAccents(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}

package opsis.app.stage;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the labels that sources give: 1 for hateful, 0 for not. */
public record Labels(Set<String> hateful, Set<String> harmless) {

    /** Returns the words that common data sets use. */
    public static Labels common() {
        return new Labels(Set.of("1", "true", "yes", "off", "offensive", "hate", "hateful", "toxic"),
                Set.of("0", "false", "no", "not", "none", "neither", "normal", "harmless", "non-toxic"));
    }

    /** Returns the same with other words for hateful; what is not among them must still be known as harmless. */
    public Labels withHateful(Set<String> words) {
        return new Labels(Set.copyOf(words.stream().map(Labels::plain).toList()), harmless);
    }

    /** Returns the class of a label, or empty where it is neither. */
    public OptionalInt read(String label) {
        String plain = plain(label);
        if (hateful.contains(plain)) {
            return OptionalInt.of(1);
        }
        return harmless.contains(plain) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}

package opsis.app.report;

import java.util.Locale;

/** The languages that the report and the terminal summary speak. */
public enum Language {
    GREEK("el"), ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in {@code <html lang>}: {@code el} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The locale whose dates, numbers and texts are used. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The other of the two. */
    public Language other() {
        return this == GREEK ? ENGLISH : GREEK;
    }

    /**
     * The language of a BCP 47 tag; regions are ignored, so that {@code el-GR} is Greek.
     *
     * @throws IllegalArgumentException for a tag that is neither Greek nor English; the message names both
     */
    public static Language of(String tag) {
        String language = Locale.forLanguageTag(tag == null ? "" : tag.trim().replace('_', '-')).getLanguage();
        for (Language known : values()) {
            if (known.tag.equals(language)) {
                return known;
            }
        }
        throw new IllegalArgumentException("language \"" + tag + "\" is not known: write el or en");
    }
}

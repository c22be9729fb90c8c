package opsis.app.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.Objects;
import java.util.function.Function;

/** One text in both languages; a template writes both, and the page shows the one that the reader chose. */
final class Text implements Content {

    private final String greek;
    private final String english;

    private Text(String greek, String english) {
        this.greek = Objects.requireNonNull(greek);
        this.english = Objects.requireNonNull(english);
    }

    static Text of(Function<Language, String> inLanguage) {
        return new Text(inLanguage.apply(Language.GREEK), inLanguage.apply(Language.ENGLISH));
    }

    /** A text that is the same in every language, such as a name. */
    static Text same(String text) {
        return new Text(text, text);
    }

    String in(Language language) {
        return language == Language.GREEK ? greek : english;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (greek.equals(english)) {
            Escape.htmlContent(greek, output);
            return;
        }
        for (Language language : Language.values()) {
            output.writeContent("<span class=\"t\" lang=\"" + language.tag() + "\">");
            Escape.htmlContent(in(language), output);
            output.writeContent("</span>");
        }
    }
}

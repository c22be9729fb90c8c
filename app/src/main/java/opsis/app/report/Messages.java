package opsis.app.report;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The report's own words, from {@code messages_el.properties} and {@code messages_en.properties}. */
final class Messages {

    private static final String BUNDLE = "opsis.app.report.messages";

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    Messages() {
        // Without this the machine's own locale would stand in for a missing bundle.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            bundles.put(language, ResourceBundle.getBundle(BUNDLE, language.locale(), noFallback));
        }
    }

    ResourceBundle bundle(Language language) {
        return bundles.get(language);
    }

    /**
     * The text of a key, its {@link MessageFormat} places filled; a {@link Text} among the arguments is put in the same
     * language.
     *
     * @throws java.util.MissingResourceException for a key that the bundles lack
     */
    Text text(String key, Object... arguments) {
        return Text.of(language -> format(language, key, arguments));
    }

    /** The text of {@code prefix.name}, or the bare name where the bundles do not know it. */
    Text name(String prefix, String name) {
        return find(prefix + "." + name).orElseGet(() -> Text.same(name));
    }

    /** The text of a key, if the bundles know it. */
    Optional<Text> find(String key) {
        return bundle(Language.ENGLISH).containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The text of {@code key.zero}, {@code key.one} or {@code key.many}, by the number that decides its grammar. */
    Text counted(String key, long number, Object... arguments) {
        String form = number == 0 ? ".zero" : number == 1 ? ".one" : ".many";
        return text(key + form, arguments);
    }

    private String format(Language language, String key, Object... arguments) {
        Object[] inLanguage = Arrays.stream(arguments)
                .map(argument -> argument instanceof Text ? ((Text) argument).in(language) : argument)
                .toArray();
        return new MessageFormat(bundle(language).getString(key), language.locale()).format(inLanguage);
    }
}

package opsis.app.report;

/** Makes texts of strangers fit to be shown; escaping is the template's part. */
final class HostileText {

    private HostileText() {
    }

    /** The text without control characters and lone surrogates, cut to so many characters; never null. */
    static String shown(String text, int longest) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints().limit(longest).map(HostileText::visible).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Whether {@link #shown} would leave something out at the end. */
    static boolean isLongerThan(String text, int longest) {
        return text != null && text.codePointCount(0, text.length()) > longest;
    }

    private static int visible(int character) {
        boolean layout = character == '\n' || character == '\t';
        boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !layout && (Character.isISOControl(character) || loneSurrogate) ? '\uFFFD' : character;
    }
}

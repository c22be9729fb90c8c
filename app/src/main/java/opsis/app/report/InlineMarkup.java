package opsis.app.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second look at markup that another module made out of hostile text: only inline elements that colour words may stand
 * in it. The module escapes; this holds even if it one day forgets to.
 */
final class InlineMarkup {

    private static final int LONGEST = 400_000;
    private static final String ELEMENT = "span|bdi|mark|b|i|u|s|em|strong|del|ins";
    private static final Pattern TAG = Pattern.compile(
            "<(?:(?<open>" + ELEMENT + ")(?<attributes>(?:\\s+[a-z-]+=\"[^\"<>]*\")*+)\\s*|/(?<close>" + ELEMENT + ")|br\\s*/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"<>]*)\"");
    private static final Pattern NAME = Pattern.compile("class|title|lang|dir|role|aria-label|data-[a-z-]+");

    private InlineMarkup() {
    }

    /** Whether the markup is balanced and holds nothing but inline elements with harmless attributes. */
    static boolean isHarmless(String html) {
        if (html.length() > LONGEST) {
            return false;
        }
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        Matcher tag = TAG.matcher(html);
        while ((at = html.indexOf('<', at)) >= 0) {
            if (!tag.region(at, html.length()).lookingAt() || !isHarmless(tag, open)) {
                return false;
            }
            at = tag.end();
        }
        return open.isEmpty();
    }

    private static boolean isHarmless(Matcher tag, Deque<String> open) {
        if (tag.group("close") != null) {
            return tag.group("close").equals(open.poll());
        }
        if (tag.group("open") == null) {
            return true;
        }
        open.push(tag.group("open"));
        return ATTRIBUTE.matcher(tag.group("attributes")).results()
                .allMatch(attribute -> NAME.matcher(attribute.group(1)).matches());
    }
}

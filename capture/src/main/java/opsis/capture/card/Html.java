package opsis.capture.card;

/** Escapes text for HTML content and double-quoted attributes (OWASP's five characters). */
final class Html {
  private Html() {}

  /** The text with its markup made harmless, and without the control characters that HTML forbids. */
  static String escape(String text) {
    if (text == null) return "";
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (isDrawable(c)) out.appendCodePoint(c);
        }
      }
    });
    return out.toString();
  }

  private static boolean isDrawable(int c) {
    boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0;
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return !control && !surrogate;
  }
}

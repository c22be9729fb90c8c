package opsis.explain.draw;

/** Makes hostile text harmless for a page or a terminal. */
final class SafeText {

  private static final String REPLACEMENT = "\ufffd";

  private SafeText() {}

  /** Escapes what HTML gives a meaning, inside or outside quotes, and replaces control characters. */
  static String html(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    unixLines(text)
        .codePoints()
        .forEach(
            codePoint -> {
              switch (codePoint) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> append(safe, codePoint);
              }
            });
    return safe.toString();
  }

  /** Replaces control characters, so that a text cannot steer a terminal. */
  static String plain(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    unixLines(text).codePoints().forEach(codePoint -> append(safe, codePoint));
    return safe.toString();
  }

  /** A lone carriage return would let a terminal overwrite the line. */
  private static String unixLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void append(StringBuilder safe, int codePoint) {
    if (isHarmless(codePoint)) {
      safe.appendCodePoint(codePoint);
    } else {
      safe.append(REPLACEMENT);
    }
  }

  /** Line ends and tabs stay; other controls, reordering marks and halves of characters do not. */
  private static boolean isHarmless(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return true;
    }
    boolean reorders = codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x2069;
    return !reorders && !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
  }
}

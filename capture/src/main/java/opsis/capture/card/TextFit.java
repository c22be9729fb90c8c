package opsis.capture.card;

/**
 * Chooses how large a card's text is drawn. The rule: the largest of the sizes at which the text, wrapped by an estimate of
 * its characters' widths, fits the room that the card's other parts leave; where even the smallest is too large, the text
 * is cut behind the last word that fits and ends in an ellipsis. The estimate is on the wide side of common fonts.
 */
record TextFit(int size, String shown) {
  private static final int[] SIZES = {27, 24, 21, 19, 17, 15, 13, 12, 11};
  private static final int WIDTH = 560;
  private static final double LINE_HEIGHT = 1.36;

  /** @param room height in pixels that the text may take */
  static TextFit of(String text, int room) {
    for (int size : SIZES) {
      if (lines(text, text.length(), size) <= room(room, size)) return new TextFit(size, text);
    }
    int smallest = SIZES[SIZES.length - 1];
    int fits = 0;
    int over = text.length();
    while (over - fits > 1) {
      int middle = (fits + over) >>> 1;
      if (lines(text, middle, smallest) < room(room, smallest)) fits = middle; else over = middle;
    }
    return new TextFit(smallest, cutBehindWord(text, fits) + "…");
  }

  private static int room(int height, int size) {
    return (int) (height / (size * LINE_HEIGHT));
  }

  private static String cutBehindWord(String text, int length) {
    int end = length;
    while (end > length - 40 && end > 0 && !Character.isWhitespace(text.charAt(end))) end--;
    if (end <= length - 40 || end == 0) end = length;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end);
  }

  /** Lines that the text's beginning takes when wrapped at spaces, and inside words that are longer than a line. */
  private static int lines(String text, int length, int size) {
    double line = WIDTH / (double) size;
    int lines = 1;
    double used = 0;
    double word = 0;
    for (int i = 0; i < length; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n') {
        lines++;
        used = word = 0;
        continue;
      }
      double width = width(c);
      boolean space = Character.isWhitespace(c);
      if (!space && used + width > line) {
        lines++;
        boolean movesDown = word > 0 && word < used;
        used = movesDown ? word : 0;
        if (!movesDown) word = 0;
      }
      used += width;
      word = space ? 0 : word + width;
    }
    return lines;
  }

  /** Width of a character in em: narrow punctuation, wide capitals, full-width scripts and emoji. */
  private static double width(int c) {
    if (c < 0x2e80) {
      if (c == ' ' || c == '.' || c == ',' || c == '\'' || c == 'ι' || c == 'ί' || c == 'i' || c == 'l') return 0.32;
      return Character.isUpperCase(c) || c == '@' || c == '#' || c == 'm' || c == 'w' || c == 'ω' || c == 'ώ' ? 0.8 : 0.6;
    }
    return Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1.3;
  }
}

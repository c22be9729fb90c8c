/**
 * Shows an explanation to a person: regions on the picture, words shaded in the text.
 *
 * <pre>{@code
 * byte[] png = Overlay.png(screenshot, regions.segments(), regions.attribution(), 10);
 * String html = ShadedWords.html(words);       // safe; goes with the rules of ShadedWords.css()
 * String line = ShadedWords.ansi(words);       // for a terminal
 * }</pre>
 */
package opsis.explain.draw;

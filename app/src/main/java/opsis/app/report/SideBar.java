package opsis.app.report;

/**
 * One bar of "what each side says".
 *
 * @param name what was read: words and picture, words alone, picture alone
 * @param style name of its looks in the style sheet
 * @param number the probability in words
 * @param length of the bar, 0 to 100
 * @param known false where this side was not scored
 */
record SideBar(Text name, String style, Text number, String length, boolean known) {
}

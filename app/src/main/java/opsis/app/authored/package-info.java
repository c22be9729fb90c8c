/**
 * Posts written and drawn by the project itself, so that a model can learn from words and picture together
 * without a single third-party text or picture.
 * <pre>{@code
 * for (AuthoredPost post : AuthoredPosts.generate(42, 600)) {
 *     render(post.text(), post.name(), post.handle(), post.avatar(), post.media());   // as a card
 *     learn(post.label(), post.group());                                              // 1 = hateful
 * }
 * }</pre>
 * People, places, the movement «Κλειστή Πύλη» and its emblem are invented.
 */
package opsis.app.authored;

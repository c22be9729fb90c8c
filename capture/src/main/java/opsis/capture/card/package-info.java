/**
 * Cards: a stored post drawn as a page of 600×600 pixels, in the manner of a social network, for posts that are gone from
 * their site or came as text alone. Served on the loopback address only, without script, with everything escaped.
 *
 * <pre>{@code
 * try (CardServer cards = CardServer.start(id -> posts.find(id), key -> blobs.read(key))) {
 *   URI address = cards.uri("42", Theme.LIGHT);   // open with the page profile "card"
 * }
 * }</pre>
 */
package opsis.capture.card;

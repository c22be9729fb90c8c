/**
 * Page profiles: what a site's page looks like when a post is there, gone, hidden or refused, kept in YAML.
 *
 * <pre>{@code
 * PageProfile card = PageProfiles.named("card");                  // shipped: card, sample, x-embed, generic
 * PageProfile mine = PageProfiles.read(Path.of("mastodon.yaml")); // the operator's own
 * URI address = card.address("42", "eleni", URI.create("https://example.org/@eleni/42"));
 * }</pre>
 */
package opsis.capture.profile;

package opsis.app.stage;

import java.util.Optional;
import opsis.capture.card.CardCounters;
import opsis.capture.card.CardLink;
import opsis.capture.card.CardMedia;
import opsis.capture.card.CardPost;
import opsis.capture.card.CardServer;
import opsis.storage.BlobException;
import opsis.storage.Counters;
import opsis.storage.LinkCard;
import opsis.storage.Post;
import opsis.storage.Store;

/** Shows stored posts as cards. Only pictures that the workspace holds are drawn; a card never reaches the network. */
final class CardPosts {

    private static final String BLOB = "blob:";

    private CardPosts() {
    }

    /** Serves the cards of a store's posts. */
    static CardServer serve(Store store) {
        return CardServer.start(id -> store.posts().find(id).map(CardPosts::card), key -> picture(store, key));
    }

    private static Optional<byte[]> picture(Store store, String key) {
        try {
            return Optional.of(store.blobs().read(key.substring(BLOB.length())));
        } catch (BlobException e) {
            // The card shows a placeholder; the store's own check names the blob.
            return Optional.empty();
        }
    }

    static CardPost card(Post post) {
        boolean signed = post.author() != null;
        return new CardPost(post.id(), signed ? post.author().name() : null, signed ? post.author().handle() : null,
                post.text(), post.language(), post.createdAt(), signed ? key(post.author().avatar()) : null,
                post.media().stream().map(media -> new CardMedia(key(media.source()), media.description())).toList(),
                link(post.linkCard()), counters(post.counters()));
    }

    private static CardLink link(LinkCard link) {
        return link == null ? null : new CardLink(link.title(), link.domain(), key(link.image()));
    }

    private static CardCounters counters(Counters counters) {
        return counters == null ? null
                : new CardCounters(count(counters.replies()), count(counters.reposts()), count(counters.likes()));
    }

    private static long count(Long value) {
        return value == null ? 0 : Math.max(0, value);
    }

    private static String key(String source) {
        return source != null && source.startsWith(BLOB) ? source : null;
    }
}

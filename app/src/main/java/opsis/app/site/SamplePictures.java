package opsis.app.site;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import opsis.app.authored.Drawing;
import opsis.app.authored.Scenes;
import opsis.app.authored.Signs;

/** Draws the site's pictures by the short descriptions of {@code posts.yaml}, once each. */
final class SamplePictures {

    static final int AVATAR = 96;
    static final int MEDIA_WIDTH = 520;
    static final int MEDIA_HEIGHT = 290;

    private final SampleNetwork network;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    SamplePictures(SampleNetwork network) {
        this.network = network;
    }

    /**
     * The PNG of a picture's key: {@code avatar/HANDLE}, {@code media/ID} or {@code link/ID}; empty where there is
     * none. A post with a broken picture has none.
     */
    Optional<byte[]> png(String key) {
        return description(key).map(what -> drawn.computeIfAbsent(key, k -> draw(k, what)));
    }

    private Optional<String> description(String key) {
        String name = key.substring(key.indexOf('/') + 1);
        if (key.startsWith("avatar/")) {
            return network.author(name).map(SampleAuthor::avatar);
        }
        if (key.startsWith("media/")) {
            return network.post(name).filter(post -> post.state() != SampleState.BROKEN_PICTURE)
                    .map(SamplePost::media);
        }
        return key.startsWith("link/") ? network.post(name).map(SamplePost::link).map(SamplePost.Link::picture)
                : Optional.empty();
    }

    private byte[] draw(String key, String what) {
        long seed = key.hashCode();
        if (key.startsWith("avatar/")) {
            String handle = key.substring("avatar/".length());
            Drawing avatar = what.equals("initials")
                    ? Signs.initials(network.author(handle).orElseThrow().name(), seed) : drawing(what, seed);
            return avatar.png(AVATAR, AVATAR);
        }
        return drawing(what, seed).png(MEDIA_WIDTH, MEDIA_HEIGHT);
    }

    private static Drawing drawing(String what, long seed) {
        String[] parts = what.split(": ", 2);
        String words = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "sea" -> Scenes.sea(seed);
            case "hills" -> Scenes.hills(seed);
            case "town" -> Scenes.town(seed);
            case "table" -> Scenes.table(seed);
            case "chart" -> Scenes.chart(seed);
            case "face" -> Scenes.face(seed);
            case "badge" -> Signs.badge(seed);
            case "gate" -> Signs.shutGate(seed);
            case "flag" -> Signs.flag(drawing(words, seed), seed);
            case "placard" -> Signs.placard(words, seed);
            case "movement" -> Signs.movementPlacard(words, seed);
            case "caption" -> captioned(words.split(" / ", 2), seed);
            default -> throw new IllegalStateException("posts.yaml: no drawing is named \"" + parts[0]
                    + "\"; the header of the file lists them");
        };
    }

    private static Drawing captioned(String[] lines, long seed) {
        return Signs.caption(Scenes.any(seed), lines[0], lines[1]);
    }
}

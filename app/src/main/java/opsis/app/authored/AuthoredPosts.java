package opsis.app.authored;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Makes authored posts: the same seed and count give the same posts on the same machine. */
public final class AuthoredPosts {

    private static final int MOST = 2_000;
    private static final int AVATAR = 96;
    private static final int MEDIA_WIDTH = 520;
    private static final int MEDIA_HEIGHT = 320;
    /** Ten posts' labels: harmless posts are the larger part, as in life, and each kind of hate is as frequent. */
    private static final List<Where> TEN = List.of(Where.NONE, Where.WORDS, Where.PICTURE, Where.BOTH, Where.NONE,
            Where.NONE, Where.WORDS, Where.PICTURE, Where.BOTH, Where.NONE);

    private final Sentences sentences = Sentences.load();
    private final Random random;
    private final TextWriter texts;
    private final Set<String> usedTexts = new HashSet<>();

    private AuthoredPosts(long seed) {
        this.random = new Random(seed);
        this.texts = new TextWriter(sentences, random);
    }

    /**
     * Four in ten posts are harmless on both sides; two in ten each are hateful by their words, by their
     * picture, and by both. Media are 520×320 pixels, avatars 96×96.
     *
     * @param seed  of every choice
     * @param count how many posts, 1 to 2,000
     * @return posts in a shuffled order, with distinct ids and distinct texts (empty texts aside)
     * @throws IllegalArgumentException where the count is out of range
     */
    public static List<AuthoredPost> generate(long seed, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("authored posts: count must be 1 to " + MOST + ", is " + count);
        }
        AuthoredPosts writer = new AuthoredPosts(seed);
        List<AuthoredPost> posts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            posts.add(writer.post(i, TEN.get(i % TEN.size())));
        }
        Collections.shuffle(posts, writer.random);
        return List.copyOf(posts);
    }

    private AuthoredPost post(int number, Where where) {
        TextWriter.Text text = fresh(where);
        int author = random.nextInt(sentences.names().size());
        String name = sentences.names().get(author);
        boolean gateAvatar = where.inPicture() && random.nextInt(3) == 0;
        Drawing avatar = gateAvatar ? Signs.shutGate(random.nextLong()) : harmlessAvatar(name);
        Drawing media = media(where, gateAvatar, text.words().isEmpty());
        return new AuthoredPost(String.format(Locale.ROOT, "authored-%04d", number), text.words(), name,
                sentences.handles().get(author), avatar.png(AVATAR, AVATAR),
                media == null ? null : media.png(MEDIA_WIDTH, MEDIA_HEIGHT), where, text.group());
    }

    /** A text of the wanted kind that no earlier post has; empty texts may repeat. */
    private TextWriter.Text fresh(Where where) {
        while (true) {
            TextWriter.Text text = text(where);
            if (text.words().isEmpty() || usedTexts.add(text.words())) {
                return text;
            }
        }
    }

    /** Pointing words stand beside hostile and harmless pictures alike, so that they teach nothing by themselves. */
    private TextWriter.Text text(Where where) {
        if (where.inWords()) {
            return texts.hateful();
        }
        return random.nextInt(3) == 0 ? texts.pointing() : texts.harmless();
    }

    private Drawing media(Where where, boolean gateAvatar, boolean needed) {
        if (where.inPicture() && !gateAvatar) {
            return hostileMedia();
        }
        return needed || random.nextInt(10) < 7 ? harmlessMedia() : null;
    }

    private Drawing hostileMedia() {
        long seed = random.nextLong();
        return switch (random.nextInt(4)) {
            case 0 -> Signs.movementPlacard(one(sentences.hostileSlogans()), seed);
            case 1 -> Signs.placard(one(sentences.hostileSlogans()), seed);
            case 2 -> Signs.flag(Signs.shutGate(seed), seed);
            default -> captioned(one(sentences.hostileCaptions()), seed);
        };
    }

    private Drawing harmlessMedia() {
        long seed = random.nextLong();
        return switch (random.nextInt(5)) {
            case 0, 1 -> Signs.placard(one(sentences.friendlySlogans()), seed);
            case 2 -> Signs.flag(Signs.badge(seed), seed);
            case 3 -> captioned(one(sentences.friendlyCaptions()), seed);
            default -> Scenes.any(seed);
        };
    }

    private Drawing harmlessAvatar(String name) {
        long seed = random.nextLong();
        return switch (random.nextInt(4)) {
            case 0 -> Signs.initials(name, seed);
            case 1 -> Scenes.face(seed);
            case 2 -> Signs.badge(seed);
            default -> Scenes.any(seed);
        };
    }

    private static Drawing captioned(List<String> lines, long seed) {
        return Signs.caption(Scenes.any(seed), lines.get(0), lines.get(1));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

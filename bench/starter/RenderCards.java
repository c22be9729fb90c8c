import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import opsis.app.authored.AuthoredPost;
import opsis.app.authored.AuthoredPosts;
import opsis.app.authored.Where;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Outcome;
import opsis.capture.card.CardCounters;
import opsis.capture.card.CardMedia;
import opsis.capture.card.CardPost;
import opsis.capture.card.CardServer;
import opsis.capture.card.Theme;
import opsis.capture.profile.PageProfiles;
import opsis.capture.worker.CaptureWorkers;
import opsis.capture.worker.WorkerSettings;
import opsis.fusion.LabelledPost;

/**
 * Second stage of the starter: renders cards of authored posts and of tweets into a folder, id.png each, skipping what is there.
 * The tweets came without authors and pictures; they get invented ones from harmless authored posts, whatever their label, so that
 * avatars and media tell nothing about where a post came from.
 */
final class RenderCards {
    private final Map<String, CardPost> cards = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Random random = new Random(OgtdPosts.SEED);

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        int browsers = Integer.parseInt(args[2]);
        RenderCards cards = new RenderCards();
        List<AuthoredPost> authored = AuthoredPosts.generate(Starter.AUTHORED_SEED, Starter.AUTHORED);
        authored.forEach(cards::add);
        OgtdPosts.Parts parts = OgtdPosts.split(OgtdPosts.read(data.resolve("ogtd/train.tsv")));
        List<AuthoredPost> lenders = authored.stream().filter(post -> post.where() == Where.NONE).toList();
        List<LabelledPost> tweets = new ArrayList<>(parts.training().subList(0, Starter.FIRST_TRAINING_CARDS));
        tweets.addAll(parts.validation());
        tweets.addAll(parts.test());
        tweets.addAll(parts.training().subList(Starter.FIRST_TRAINING_CARDS, parts.training().size()));
        tweets.forEach(tweet -> cards.add(tweet, lenders));
        cards.render(folder, browsers);
    }

    private void add(AuthoredPost post) {
        add(post.id(), post.name(), post.handle(), post.text(), post.avatar(), post.media());
    }

    private void add(LabelledPost tweet, List<AuthoredPost> lenders) {
        AuthoredPost author = lenders.get(random.nextInt(lenders.size()));
        byte[] media = random.nextInt(3) == 0 ? lenders.get(random.nextInt(lenders.size())).media() : null;
        add(tweet.id(), author.name(), author.handle(), tweet.text(), author.avatar(), media);
    }

    private void add(String id, String name, String handle, String text, byte[] avatar, byte[] media) {
        pictures.put(id + "-avatar", avatar);
        if (media != null) {
            pictures.put(id + "-media", media);
        }
        List<CardMedia> shown = media == null ? List.of() : List.of(new CardMedia(id + "-media", null));
        Instant when = Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextInt(200_000_000));
        CardCounters counters = new CardCounters(random.nextInt(40), random.nextInt(80), random.nextInt(400));
        cards.put(id, new CardPost(id, name, handle, text, "el", when, id + "-avatar", shown, null, counters));
        order.add(id);
    }

    private void render(Path folder, int browsers) throws Exception {
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(browsers);
        try (CardServer server = CardServer.start(id -> Optional.ofNullable(cards.get(id)), key -> Optional.ofNullable(pictures.get(key)));
             CaptureWorkers workers = CaptureWorkers.start(WorkerSettings.defaults().withBrowsers(browsers), PageProfiles.named("card"),
                     Clock.systemUTC())) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                String id = order.get(i);
                Theme theme = i % 4 == 3 ? Theme.DARK : Theme.LIGHT;
                if (!Files.exists(folder.resolve(id + ".png"))) {
                    all.add(threads.submit(() -> {
                        keep(workers.capture(new CaptureRequest(id, server.uri(id, theme))), folder);
                        if (done.incrementAndGet() % 100 == 0) {
                            System.err.println(done.get() + " of " + all.size() + " at " + Instant.now());
                        }
                        return null;
                    }));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void keep(Capture capture, Path folder) throws IOException {
        if (capture.outcome() != Outcome.CAPTURED) {
            System.err.println(capture.postId() + ": " + capture.outcome() + ", " + capture.reason());
            return;
        }
        Path temporary = folder.resolve(capture.postId() + ".tmp");
        Files.write(temporary, capture.picture());
        Files.move(temporary, folder.resolve(capture.postId() + ".png"), StandardCopyOption.ATOMIC_MOVE);
    }
}

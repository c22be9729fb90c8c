package opsis.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values that the tests share. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final String PICTURE = "a".repeat(64);
    static final String OTHER_PICTURE = "b".repeat(64);

    private Samples() {}

    static Post post(String id) {
        return post(id, "Καλημέρα " + id);
    }

    static Post post(String id, String text) {
        return new Post(id, "x", null, null, text, null, null, List.of(), null, null, null);
    }

    static Post fullPost(String id) {
        return new Post(id, "x", "https://x.com/eleni/status/7", new Author("eleni", "Ελένη 🌊", "blob:" + PICTURE),
                "Ένα \"κείμενο\"\nσε δύο γραμμές 🙂", "el", NOON,
                List.of(new Media("photo", "https://pbs.example/1.jpg", "μια θάλασσα"),
                        new Media("video", null, null)),
                new LinkCard("https://example.org/a", "Τίτλος", "Περιγραφή", null, "example.org"),
                new Counters(1L, null, 3L), "NOT");
    }

    static CaptureAttempt captured(String postId, String profile, int number, String picture) {
        return new CaptureAttempt(postId, profile, number, CaptureAttempt.CAPTURED, null, picture, "{\"boxes\":[]}",
                "https://x.com/eleni/status/7", 200, "Chromium 120", NOON.plusSeconds(number),
                Duration.ofMillis(1500), null);
    }

    static CaptureAttempt failed(String postId, String profile, int number, String outcome, Instant next) {
        return new CaptureAttempt(postId, profile, number, outcome, "the site said so", null, null, null, 429,
                null, NOON.plusSeconds(number), Duration.ZERO, next);
    }

    static Prediction prediction(String postId, String model, String picture, double probability) {
        return new Prediction(postId, model, picture, probability, 0.25, null, 0.5, NOON);
    }
}

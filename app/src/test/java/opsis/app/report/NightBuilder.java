package opsis.app.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plausible night for tests, any part of which can be replaced. */
final class NightBuilder {

    static final Instant STARTED = Instant.parse("2026-11-22T00:30:00Z");
    private static final String[][] POSTS = {
        {"Γειτονιά Πρώτα", "geitonia_prota", "Να φύγουν όλοι από την πλατεία, αυτοί οι ξένοι δεν είναι άνθρωποι σαν εμάς."},
        {"Σταθερός Παρατηρητής", "statheros", "Δείτε ποιοι μπήκαν πάλι στη γειτονιά μας. Η εικόνα τα λέει όλα."},
        {"Μαρία από τα Πατήσια", "maria_patisia", "Η λαϊκή της Παρασκευής γέμισε χρώματα, ελάτε νωρίς για τα καλά πορτοκάλια!"},
        {"Plain Speaker", "plain_speaker", "They should not be served here, people like them never belonged in this town."},
        {"Νίκος", "nikos_ath", "Άργησε πάλι το λεωφορείο, τι περιμένεις από δαύτους που το οδηγούν."},
        {"Ελένη Κ.", "eleni_k", "Ο γείτονας από το Πακιστάν μας έφερε ψωμί. Αυτή είναι η Αθήνα που αγαπώ."},
    };

    // Drawn once: drawing and encoding are the slow part of a test.
    private static final List<ReportPost> TOP = posts(3, 0.974, 0.06);
    private static final List<ReportPost> UNCERTAIN = posts(1, 0.512, 0.015);

    private double threshold = 0.5;
    private long due = 60;
    private long captured = 51;
    private long classified = 50;
    private long over = 13;
    private long[] histogram = {9, 7, 6, 4, 3, 2, 1, 2, 2, 1, 1, 0, 2, 1, 1, 0, 2, 2, 2, 2};
    private List<OutcomeLine> outcomes = List.of(
            new OutcomeLine("CAPTURED", 51, null, null),
            new OutcomeLine("DELETED", 4, "the site answered 404", null),
            new OutcomeLine("PROTECTED", 2, "only approved followers see these posts", null),
            new OutcomeLine("RATE_LIMITED", 2, "429 with Retry-After 900 s", STARTED.plus(Duration.ofHours(4))),
            new OutcomeLine("TIMEOUT", 1, "no word of the post was drawn in 20 s", STARTED.plus(Duration.ofHours(20))));
    private List<UnfinishedLine> unfinished = List.of(
            new UnfinishedLine("17", "http://127.0.0.1:8081/@lost/17", "DELETED", "the site answered 404", 1, null),
            new UnfinishedLine("23", "http://127.0.0.1:8081/@quiet/23", "PROTECTED", "only approved followers see these posts", 1, null),
            new UnfinishedLine("41", "http://127.0.0.1:8081/@busy/41", "RATE_LIMITED", "429 with Retry-After 900 s", 3, STARTED.plus(Duration.ofHours(4))),
            new UnfinishedLine("52", "javascript:alert(1)", "TIMEOUT", "no word of the post was drawn in 20 s", 3, STARTED.plus(Duration.ofHours(20))));
    private List<ReportPost> top = TOP;
    private List<ReportPost> uncertain = UNCERTAIN;

    static NightBuilder night() {
        return new NightBuilder();
    }

    NightBuilder threshold(double value) {
        threshold = value;
        return this;
    }

    NightBuilder numbers(long dueNow, long capturedNow, long classifiedNow, long overNow) {
        due = dueNow;
        captured = capturedNow;
        classified = classifiedNow;
        over = overNow;
        return this;
    }

    NightBuilder histogram(long... counts) {
        histogram = counts;
        return this;
    }

    NightBuilder outcomes(OutcomeLine... lines) {
        outcomes = List.of(lines);
        return this;
    }

    NightBuilder unfinished(UnfinishedLine... lines) {
        unfinished = List.of(lines);
        return this;
    }

    NightBuilder top(ReportPost... posts) {
        top = List.of(posts);
        return this;
    }

    NightBuilder top(List<ReportPost> posts) {
        top = posts;
        return this;
    }

    NightBuilder uncertain(ReportPost... posts) {
        uncertain = List.of(posts);
        return this;
    }

    ReportData build() {
        return new ReportData("opsis-demo", STARTED, STARTED.plusSeconds(104), "starter-1", new ModelFacts("starter-1", 0.781,
                0.754, 0.806, 1_749, "tweets held out", "offensive Greek tweets rendered as cards, and posts written for Opsis",
                "deciding on its own about a post or a person; languages other than Greek; sarcasm and quotation"),
                threshold, 60, due, captured, outcomes, classified, over, 9, histogram, stages(), unfinished, top, uncertain);
    }

    private static List<StageLine> stages() {
        return List.of(
                new StageLine("ingest", Duration.ofMillis(640), counts("read", 60, "added", 60, "bad", 0), "DONE"),
                new StageLine("capture", Duration.ofSeconds(71), counts("attempts", 68, "captured", 51, "left", 3), "PARTLY"),
                new StageLine("classify", Duration.ofSeconds(6), counts("classified", 50, "overThreshold", 13), "DONE"),
                new StageLine("explain", Duration.ofSeconds(24), counts("explained", 9), "DONE"));
    }

    private static Map<String, Long> counts(Object... namesAndNumbers) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            counts.put((String) namesAndNumbers[i], ((Integer) namesAndNumbers[i + 1]).longValue());
        }
        return counts;
    }

    private static List<ReportPost> posts(int count, double highest, double step) {
        List<ReportPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(post(i, highest - i * step));
        }
        return posts;
    }

    static ReportPost post(int number, double probability) {
        String[] post = POSTS[number % POSTS.length];
        double words = number % 3 == 1 ? 0.31 : Math.max(0, probability - 0.08);
        double picture = number % 3 == 1 ? 0.88 : 0.22;
        return new ReportPost(String.valueOf(100 + number), "http://127.0.0.1:8081/@" + post[1] + "/" + (100 + number), post[0],
                post[1], STARTED.minus(Duration.ofHours(5L + number)), post[2], DrawnPosts.screenshot(post[0], post[2], number),
                DrawnPosts.overlay(post[0], post[2], number), null, probability, words, picture,
                new ReportExplanation(number % 4 != 3, number % 4 != 3 ? "The local model fits, and the greatest weight is certain."
                        : "The local model explains less than half of how the answer varies.", number % 4 != 3 ? 0.86 : 0.31, 0.72,
                        42, 1_000));
    }

    /** A post whose every text is the given one. */
    static ReportPost saying(String hostile) {
        return new ReportPost(hostile, hostile, hostile, hostile, STARTED, hostile, null, null, null, 0.9, 0.8, 0.7,
                new ReportExplanation(true, hostile, 0.9, 0.9, 1, 100));
    }

    /** A post whose screenshot and overlay are the given picture. */
    static ReportPost pictured(byte[] picture) {
        return new ReportPost("7", null, "Άννα", "anna", STARTED, "Καλημέρα", picture, picture, null, 0.9, 0.8, 0.7, null);
    }

    static ReportPost withWords(String wordsHtml) {
        ReportPost plain = post(0, 0.9);
        return new ReportPost(plain.id(), plain.url(), plain.authorName(), plain.handle(), plain.createdAt(), plain.text(),
                plain.screenshot(), plain.overlay(), wordsHtml, plain.probability(), plain.wordsOnly(), plain.pictureOnly(),
                plain.explanation());
    }
}

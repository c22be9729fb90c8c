package opsis.app.site;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the site's requests; slow answers are scheduled, so that no thread waits. */
final class SampleHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SampleHandler.class);
    private static final Pattern STATUS = Pattern.compile("/([A-Za-z0-9_]{1,30})/status/([0-9]{1,20})");
    private static final Pattern CONTENT = Pattern.compile("/api/posts/([0-9]{1,20})");
    private static final Pattern PICTURE = Pattern.compile("/pictures/((?:avatar|media|link)/[A-Za-z0-9_]{1,30})\\.png");
    /** Chrome repeats a request that got no answer once or twice within milliseconds: all that is one visit. */
    private static final Duration FIRST_VISIT = Duration.ofSeconds(1);
    private static final String HTML = "text/html; charset=utf-8";

    private final SampleNetwork network;
    private final SampleSiteSettings settings;
    private final ScheduledExecutorService executor;
    private final SamplePages pages;
    private final SamplePictures pictures;
    private final RequestBudget budget;
    private final RetryAfter retryAfter;
    private final Clock clock;
    private final Map<String, Instant> firstVisits = new ConcurrentHashMap<>();

    SampleHandler(SampleNetwork network, SampleSiteSettings settings, Clock clock, ScheduledExecutorService executor) {
        this.network = network;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.pages = new SamplePages(network, settings.seed());
        this.pictures = new SamplePictures(network);
        this.budget = new RequestBudget(settings.documentsPerWindow(), settings.window(), clock);
        this.retryAfter = new RetryAfter(clock);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher status = STATUS.matcher(path);
        Matcher content = CONTENT.matcher(path);
        Matcher picture = PICTURE.matcher(path);
        if (!exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 405, HTML, pages.noticePage("missing", "Μόνο GET", ""));
        } else if (status.matches()) {
            document(exchange, status.group(1), status.group(2));
        } else if (content.matches()) {
            content(exchange, content.group(1));
        } else if (picture.matches()) {
            Optional<byte[]> png = pictures.png(picture.group(1));
            later(settings.pictureDelay(), exchange, () -> picture(exchange, png));
        } else {
            furniture(exchange, path);
        }
    }

    private void furniture(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> answer(exchange, 200, HTML, pages.indexPage());
            case "/style.css" -> answer(exchange, 200, "text/css; charset=utf-8", SamplePages.text("style.css"));
            case "/page.js" -> answer(exchange, 200, "text/javascript; charset=utf-8", SamplePages.text("page.js"));
            default -> missing(exchange);
        }
    }

    private void document(HttpExchange exchange, String handle, String id) throws IOException {
        Optional<Duration> refusal = budget.refusal();
        Optional<SamplePost> found = network.post(id).filter(post -> post.author().equals(handle));
        if (refusal.isPresent()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter.value(refusal.get()));
            answer(exchange, 429, HTML, pages.noticePage("rate-limited", "Πολλά αιτήματα", "Δοκιμάστε σε λίγο."));
        } else if (found.isEmpty() || found.get().state() == SampleState.DELETED) {
            missing(exchange);
        } else if (found.get().state() == SampleState.DROPPED_AT_FIRST && isFirstVisit(id)) {
            exchange.close();
        } else {
            answer(exchange, 200, HTML, pages.statusPage(found.get()));
        }
    }

    private boolean isFirstVisit(String id) {
        Instant now = clock.instant();
        Instant first = firstVisits.computeIfAbsent(id, unseen -> now);
        return now.isBefore(first.plus(FIRST_VISIT));
    }

    private void content(HttpExchange exchange, String id) throws IOException {
        Optional<SamplePost> post = network.post(id).filter(found -> found.state() != SampleState.DELETED);
        if (post.isEmpty()) {
            missing(exchange);
        } else if (post.get().state() == SampleState.NEVER_LOADS) {
            // "No content" leaves the page turning its wheel for ever, without a connection held open.
            later(delay(id), exchange, () -> send(exchange, 204, new byte[0]));
        } else {
            later(delay(id), exchange, () -> answer(exchange, 200, "application/json", pages.content(post.get())));
        }
    }

    private void picture(HttpExchange exchange, Optional<byte[]> png) throws IOException {
        if (png.isEmpty()) {
            missing(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        send(exchange, 200, png.get());
    }

    private void missing(HttpExchange exchange) throws IOException {
        answer(exchange, 404, HTML, pages.noticePage("missing", "Δεν βρέθηκε",
                "Η σελίδα δεν υπάρχει ή έχει διαγραφεί."));
    }

    /** A delay between the shortest and the longest that always is the same for one post. */
    private Duration delay(String id) {
        long spread = settings.longestDelay().minus(settings.shortestDelay()).toMillis() + 1;
        long mixed = (Long.parseLong(id) ^ settings.seed()) * 0x9E3779B97F4A7C15L;
        return settings.shortestDelay().plusMillis((mixed >>> 33) % spread);
    }

    private interface Answer {
        void give() throws IOException;
    }

    private void later(Duration delay, HttpExchange exchange, Answer answer) {
        executor.schedule(() -> {
            try {
                answer.give();
            } catch (IOException | RuntimeException e) {
                LOG.debug("no answer for {}: {}", exchange.getRequestURI(), e.toString());
                exchange.close();
            }
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
                + "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

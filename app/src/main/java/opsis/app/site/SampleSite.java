package opsis.app.site;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The running sample site: it listens on 127.0.0.1 only, until closed. */
public final class SampleSite implements AutoCloseable {

    private static final int THREADS = 4;

    private final HttpServer server;
    private final ScheduledExecutorService executor;
    private final SampleNetwork network;
    private final SampleSiteSettings settings;

    private SampleSite(HttpServer server, SampleSiteSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.network = SampleNetwork.load();
        this.executor = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "sample-site");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", new SampleHandler(network, settings, clock, executor));
        server.start();
    }

    /**
     * Starts the site.
     *
     * @throws UncheckedIOException where the port cannot be had
     */
    public static SampleSite start(SampleSiteSettings settings, Clock clock) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
            return new SampleSite(server, settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample site cannot listen on 127.0.0.1:" + settings.port()
                    + "; choose another port, or 0 for a free one", e);
        }
    }

    /** The site's address, for example {@code http://127.0.0.1:40123/}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /**
     * Address of one post's status page, {@code BASE/HANDLE/status/ID}.
     *
     * @throws IllegalArgumentException where the site has no such post
     */
    public URI address(String postId) {
        SamplePost post = network.post(postId).orElseThrow(
                () -> new IllegalArgumentException("the sample site has no post " + postId));
        return base().resolve("/" + post.author() + "/status/" + post.id());
    }

    /**
     * Writes {@code posts.jsonl}, in the form of X API v2 pages as twarc2 stores them; pictures are named by their
     * addresses on this running site.
     *
     * @return the file
     * @throws UncheckedIOException where the folder cannot be made or written
     */
    public Path writePosts(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("posts.jsonl"),
                    new TwarcFile(network, base(), settings.seed()).lines());
        } catch (IOException e) {
            throw new UncheckedIOException("the sample posts cannot be written to " + folder, e);
        }
    }

    /** What should come of every post. */
    public SampleExpectations expectations() {
        return network.expectations();
    }

    InetSocketAddress listensOn() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}

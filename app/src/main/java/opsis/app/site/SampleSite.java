package opsis.app.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** The running sample site. */
public final class SampleSite implements AutoCloseable {

    private SampleSite() {
    }

    /** Starts the site on 127.0.0.1. */
    public static SampleSite start(SampleSiteSettings settings, Clock clock) {
        throw new UnsupportedOperationException("the sample site is being built");
    }

    /** The site's address, for example {@code http://127.0.0.1:40123/}. */
    public URI base() {
        throw new UnsupportedOperationException("the sample site is being built");
    }

    /** Address of one post's status page, {@code BASE/HANDLE/status/ID}. */
    public URI address(String postId) {
        throw new UnsupportedOperationException("the sample site is being built");
    }

    /** Writes {@code posts.jsonl} into the folder, in the form of X API v2 pages as twarc2 stores them. */
    public Path writePosts(Path folder) {
        throw new UnsupportedOperationException("the sample site is being built");
    }

    /** What should come of every post. */
    public SampleExpectations expectations() {
        throw new UnsupportedOperationException("the sample site is being built");
    }

    @Override
    public void close() {
        // Nothing runs yet.
    }
}

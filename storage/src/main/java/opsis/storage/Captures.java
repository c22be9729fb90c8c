package opsis.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every attempt to capture a post, and what is due by them. */
public final class Captures {
    Captures() {}

    /** Posts never attempted with this profile, then those whose next attempt is at or before now, soonest first. */
    public List<Post> due(String profile, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    public long countDue(String profile, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** When the next post is due; an instant of the past where one is due already, empty where none will be. */
    public Optional<Instant> nextDue(String profile) {
        throw new UnsupportedOperationException();
    }

    /** Adds an attempt. */
    public void record(CaptureAttempt attempt) {
        throw new UnsupportedOperationException();
    }

    /** How often this post was attempted with this profile. */
    public int attempts(String postId, String profile) {
        throw new UnsupportedOperationException();
    }

    /** The newest picture of a post over all profiles. */
    public Optional<StoredCapture> newest(String postId) {
        throw new UnsupportedOperationException();
    }

    /** Every attempt of a post, oldest first. */
    public List<CaptureAttempt> history(String postId) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaptureAttempt> latest(String postId, String profile) {
        throw new UnsupportedOperationException();
    }

    /** How many posts have which latest outcome with this profile, by the outcome's name. */
    public Map<String, Long> outcomes(String profile) {
        throw new UnsupportedOperationException();
    }

    /** Latest attempts that are not {@link CaptureAttempt#CAPTURED}, in the order in which the posts came. */
    public List<CaptureAttempt> unfinished(String profile, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Makes the posts whose latest outcome is this due now; returns how many. */
    public int retry(String profile, String outcome, Instant now) {
        throw new UnsupportedOperationException();
    }
}

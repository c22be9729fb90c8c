package opsis.app.stage;

import java.time.Duration;
import opsis.capture.RetrySettings;
import opsis.capture.card.Theme;
import opsis.capture.profile.PageProfile;
import opsis.capture.worker.WorkerSettings;

/**
 * What one run of the capture stage is to do.
 *
 * @param limit the most posts, each with its retries
 * @param perMinute requests a minute to the profile's site; 0 for no limit
 * @param passes the most passes over what failed
 * @param passWait the longest wait before a pass
 * @param theme the colours of a card
 */
public record CaptureOrder(PageProfile profile, WorkerSettings workers, RetrySettings retries, int limit,
        double perMinute, int passes, Duration passWait, Theme theme) {

    /** Returns whether posts are seen as cards rather than on their site. */
    boolean asCard() {
        return profile.name().equals("card");
    }
}

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

    /** Returns the same order with another number of browsers. */
    public CaptureOrder withBrowsers(int browsers) {
        return new CaptureOrder(profile, workers.withBrowsers(browsers), retries, limit, perMinute, passes, passWait,
                theme);
    }

    /** Returns the same order with other waits. */
    public CaptureOrder patient(RetrySettings again, Duration patience, int most, Duration wait) {
        WorkerSettings hands = new WorkerSettings(workers.browsers(), workers.browserBinary(), workers.driverBinary(),
                workers.recycleAfter(), patience, workers.userAgentSuffix());
        return new CaptureOrder(profile, hands, again, limit, perMinute, most, wait, theme);
    }

    /** Returns whether posts are seen as cards rather than on their site. */
    boolean asCard() {
        return profile.name().equals("card");
    }
}

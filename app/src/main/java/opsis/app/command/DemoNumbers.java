package opsis.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import opsis.app.night.NightNumbers;

/**
 * What a demo came to.
 *
 * @param unexpected posts whose outcome is not the one that the sample site means them to have
 */
record DemoNumbers(long posts, Map<String, Long> outcomes, long captured, long classified, long overThreshold,
        long explained, Path report, String model, Path workspace, List<String> unexpected) {

    static DemoNumbers of(NightNumbers night, Path workspace, List<String> unexpected) {
        return new DemoNumbers(night.posts(), night.outcomes(), night.captured(), night.classified(),
                night.overThreshold(), night.explained(), night.report(), night.model(), workspace, unexpected);
    }
}

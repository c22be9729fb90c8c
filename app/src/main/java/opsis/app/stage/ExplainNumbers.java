package opsis.app.stage;

import java.util.List;

/**
 * What one run of the explain stage did.
 *
 * @param explained posts explained now
 * @param already posts that had their explanation
 * @param posts ids of all of them
 * @param failed posts that could not be explained, with the reason
 */
public record ExplainNumbers(String model, long explained, long already, List<String> posts, List<String> failed,
        boolean interrupted) {
}

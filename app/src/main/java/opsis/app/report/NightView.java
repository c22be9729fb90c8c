package opsis.app.report;

import java.util.List;

/**
 * The whole page, every text of it ready for the template.
 *
 * @param thresholdPercent where the threshold stands on a bar, 0 to 100
 */
record NightView(Language language, Text title, String workspace, Text day, Text span, Text headline, Text alarm,
        boolean anyOver, String thresholdPercent, List<Tile> tiles, Plot plot, List<Outcome> outcomes, List<Unfinished> unfinished,
        List<Stage> stages, List<PostView> top, List<PostView> uncertain, Model model) {

    /** One number of the night. */
    record Tile(Text number, Text name, Text note, boolean alarm) {
    }

    /** One line of the outcomes' table; {@code share} is the length of its bar, 0 to 100. */
    record Outcome(Text name, Text count, String share, boolean captured, String reason, Text nextAttempt) {
    }

    /** A post without a picture. */
    record Unfinished(String post, String link, Text outcome, String reason, Text attempts, Text nextAttempt) {
    }

    /** One stage; {@code style} is its state in small letters, for the style sheet. */
    record Stage(Text name, Text state, String style, Text duration, List<Text> counts) {
    }

    /** The model's card in short; {@code figure} is null where the card gives none. */
    record Model(String name, Text figure, String trainedOn, String notFitFor) {
    }
}

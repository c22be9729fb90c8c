package opsis.app.report;

/**
 * What a reader must know of the model to judge its numbers; taken from the model's card.
 *
 * @param name version of the model
 * @param macroF1 macro-averaged F1 on the held-out split, 0 to 1; NaN where the card does not say
 * @param macroF1Low lower end of its 95 % bootstrap interval; NaN where unknown
 * @param macroF1High upper end of its 95 % bootstrap interval; NaN where unknown
 * @param n posts in that held-out split; 0 where unknown
 * @param measuredOn what those posts are, in words of the card; nullable
 * @param trainedOn the training data in words, nullable
 * @param notFitFor what the model must not be used for, in words, nullable
 */
public record ModelFacts(String name, double macroF1, double macroF1Low, double macroF1High, long n,
        String measuredOn, String trainedOn, String notFitFor) {
}

package opsis.fusion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a model says of itself, as card.json of a model folder holds it.
 *
 * @param name        the model's name
 * @param description one paragraph for a reader who is not a researcher
 * @param createdAt   when training ended
 * @param data        one line a data set: what it is, how many posts, under which licence
 * @param split       how training, validation and test parts were cut
 * @param seed        the seed of the split and of the training
 * @param threshold   probability from which a post counts as hateful, chosen on the validation part
 * @param results     figures, a row each
 * @param settings    training settings by name
 * @param software    versions by name
 * @param notFitFor   uses that nothing here supports
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(String name, String description, Instant createdAt, List<String> data, String split, long seed,
                        double threshold, List<Result> results, Map<String, String> settings,
                        Map<String, String> software, List<String> notFitFor) {

    public ModelCard {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new ModelException("card.json: threshold is " + threshold + "; it must lie between 0 and 1");
        }
        data = data == null ? List.of() : List.copyOf(data);
        results = results == null ? List.of() : List.copyOf(results);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        software = software == null ? Map.of() : Map.copyOf(software);
        notFitFor = notFitFor == null ? List.of() : List.copyOf(notFitFor);
    }

    /** The same card with other results. */
    public ModelCard withResults(List<Result> others) {
        return new ModelCard(name, description, createdAt, data, split, seed, threshold, others, settings, software, notFitFor);
    }

    /**
     * One row of figures.
     *
     * @param on      what was measured: "test, words and picture", "test, TF-IDF and linear SVM", …
     * @param posts   number of posts behind it
     * @param figures the figures
     */
    public record Result(String on, int posts, List<Figure> figures) {
        public Result {
            figures = List.copyOf(figures);
        }
    }

    /** One figure with its 95 % interval; low and high are null where none was computed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(String name, double value, Double low, Double high) {
    }
}

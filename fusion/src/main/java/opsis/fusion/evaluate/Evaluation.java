package opsis.fusion.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import opsis.fusion.ModelCard;

/**
 * The usual figures with their 95 % intervals.
 *
 * @param metrics on the posts as they are
 * @param figures accuracy, precision, recall, F1, macro-F1 and ROC AUC, each with its interval
 */
public record Evaluation(Metrics metrics, List<ModelCard.Figure> figures) {

    public Evaluation {
        figures = List.copyOf(figures);
    }

    /** @param rounds of the bootstrap, at least 100 */
    public static Evaluation of(int[] labels, double[] probabilities, double threshold, int rounds, long seed) {
        Metrics metrics = Metrics.of(labels, probabilities, threshold);
        List<ModelCard.Figure> figures = new ArrayList<>();
        add(figures, "accuracy", Metrics::accuracy, metrics, labels, probabilities, threshold, rounds, seed);
        add(figures, "precision", Metrics::precision, metrics, labels, probabilities, threshold, rounds, seed);
        add(figures, "recall", Metrics::recall, metrics, labels, probabilities, threshold, rounds, seed);
        add(figures, "F1", Metrics::f1, metrics, labels, probabilities, threshold, rounds, seed);
        add(figures, "macro-F1", Metrics::macroF1, metrics, labels, probabilities, threshold, rounds, seed);
        if (!Double.isNaN(metrics.rocAuc())) {
            add(figures, "ROC AUC", Metrics::rocAuc, metrics, labels, probabilities, threshold, rounds, seed);
        }
        return new Evaluation(metrics, figures);
    }

    private static void add(List<ModelCard.Figure> figures, String name, ToDoubleFunction<Metrics> figure, Metrics metrics, int[] labels,
                            double[] probabilities, double threshold, int rounds, long seed) {
        Interval interval = Bootstrap.interval(labels, probabilities, threshold, figure, rounds, seed);
        figures.add(new ModelCard.Figure(name, figure.applyAsDouble(metrics), interval.low(), interval.high()));
    }

    /** As a row of a model's card. */
    public ModelCard.Result result(String on) {
        return new ModelCard.Result(on, metrics.posts(), figures);
    }
}

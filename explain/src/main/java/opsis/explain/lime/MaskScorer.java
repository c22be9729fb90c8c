package opsis.explain.lime;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import opsis.explain.ScorerException;

/** Asks a scorer about every mask, batch by batch, and refuses answers that are no probabilities of finite size. */
final class MaskScorer {

  private final int batch;
  private final boolean scoreOnce;

  MaskScorer(int batch, boolean scoreOnce) {
    this.batch = batch;
    this.scoreOnce = scoreOnce;
  }

  /**
   * @param score answers a batch of rows of the masks, one row of probabilities each
   * @param label must be a column of the answers
   * @return one row a mask, one column a class
   */
  double[][] score(Masks masks, int label, Function<int[], double[][]> score) {
    int[] source = scoreOnce ? masks.firstEqual() : IntStream.range(0, masks.rows()).toArray();
    int[] asked = IntStream.range(0, source.length).filter(row -> source[row] == row).toArray();
    double[][] answers = new double[source.length][];
    for (int start = 0; start < asked.length; start += batch) {
      int[] rows = Arrays.copyOfRange(asked, start, Math.min(start + batch, asked.length));
      double[][] answered = score.apply(rows);
      checkCount(answered, rows.length);
      for (int i = 0; i < rows.length; i++) {
        answers[rows[i]] = answered[i].clone();
        check(answers[rows[i]], answers[0].length, label, rows[i]);
      }
    }
    for (int row = 0; row < source.length; row++) {
      answers[row] = answers[source[row]];
    }
    return answers;
  }

  private static void checkCount(double[][] answered, int expected) {
    if (answered == null || answered.length != expected) {
      throw new ScorerException(
          "the scorer answered " + (answered == null ? "null" : answered.length + " rows") + " for a batch of "
              + expected + ": it must answer one row an input");
    }
  }

  private static void check(double[] probabilities, int classes, int label, int sample) {
    if (probabilities.length != classes) {
      throw new ScorerException(
          "the scorer answered " + probabilities.length + " classes for sample " + sample + " but " + classes
              + " for the unperturbed input: every answer must have the same classes");
    }
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "label " + label + ": the scorer has " + classes + " classes; give one from 0 to " + (classes - 1));
    }
    for (int i = 0; i < classes; i++) {
      if (!Double.isFinite(probabilities[i])) {
        throw new ScorerException(
            "the scorer answered " + probabilities[i] + " for class " + i + " of sample " + sample
                + (sample == 0 ? " (the unperturbed input)" : "") + ": every probability must be finite");
      }
    }
  }
}

package opsis.explain;

import java.util.List;

/** Any function from texts to class probabilities. */
@FunctionalInterface
public interface TextScorer {

  /**
   * Scores texts; the same text must always get the same answer.
   *
   * @param texts one batch, never empty; a text may be the empty string
   * @return one row a text, in the same order, and one column a class; every value finite
   */
  double[][] probabilities(List<String> texts);
}

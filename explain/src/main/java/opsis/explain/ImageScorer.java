package opsis.explain;

import java.awt.image.BufferedImage;
import java.util.List;

/** Any function from pictures to class probabilities. */
@FunctionalInterface
public interface ImageScorer {

  /**
   * Scores pictures; the same picture must always get the same answer.
   *
   * @param images one batch, never empty; all of one size and of type {@link BufferedImage#TYPE_INT_RGB}; they are
   *     not used again once this method has returned
   * @return one row a picture, in the same order, and one column a class; every value finite
   */
  double[][] probabilities(List<BufferedImage> images);
}

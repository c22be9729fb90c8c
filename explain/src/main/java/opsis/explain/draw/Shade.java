package opsis.explain.draw;

import java.util.HashMap;
import java.util.Map;
import opsis.explain.Attribution;
import opsis.explain.Feature;

/**
 * How a word or region is shaded.
 *
 * @param weight of the feature; not 0
 * @param share of the greatest absolute weight; above 0, at most 1
 */
record Shade(double weight, double share) {

  static final int STRENGTHS = 5;

  /** A weight below this share of the greatest is not shown: it would only distract from what decided. */
  private static final double FAINT = 0.05;

  /** The shade of every feature whose weight is worth showing, by its index. */
  static Map<Integer, Shade> of(Attribution attribution) {
    double strongest =
        attribution.features().stream().mapToDouble(feature -> Math.abs(feature.weight())).max().orElse(0);
    Map<Integer, Shade> shades = new HashMap<>();
    for (Feature feature : attribution.features()) {
      double share = Math.abs(feature.weight()) / strongest;
      if (share >= FAINT) {
        shades.put(feature.index(), new Shade(feature.weight(), share));
      }
    }
    return shades;
  }

  /** 1 (weakest) to 5: in which fifth of the greatest weight it lies. */
  int strength() {
    return (int) Math.ceil(STRENGTHS * share);
  }

  boolean speaksFor() {
    return weight > 0;
  }
}

package opsis.explain.lime;

import java.util.Objects;
import opsis.explain.Attribution;
import opsis.explain.segment.Segments;

/**
 * The regions that decided a prediction.
 *
 * @param segments which pixel belongs to which region
 * @param attribution weights of the regions; a feature's index is the region's number in {@code segments}
 */
public record ImageExplanation(Segments segments, Attribution attribution) {

  public ImageExplanation {
    Objects.requireNonNull(segments, "segments");
    Objects.requireNonNull(attribution, "attribution");
  }
}

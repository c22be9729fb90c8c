package opsis.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * The boxes of the elements that were drawn in one picture.
 *
 * @param boxes in the order of the kinds; words in the order of the text
 */
public record Layout(List<Box> boxes) {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .serializationInclusion(JsonInclude.Include.NON_NULL)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  public Layout {
    boxes = List.copyOf(boxes);
  }

  /** A layout in which nothing was drawn. */
  public static Layout empty() {
    return new Layout(List.of());
  }

  /** The boxes of one kind, in their order. */
  public List<Box> of(Box.Kind kind) {
    return boxes.stream().filter(box -> box.kind() == kind).toList();
  }

  /** One line of JSON that {@link #fromJson} reads back to an equal layout. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a layout of plain values always writes", e);
    }
  }

  /** @throws IllegalArgumentException where the text is not a layout, with what is wrong */
  public static Layout fromJson(String json) {
    try {
      Layout layout = JSON.readValue(json, Layout.class);
      if (layout == null) throw new IllegalArgumentException("not a layout: null");
      return layout;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a layout: " + e.getOriginalMessage(), e);
    }
  }
}

package opsis.capture.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opsis.capture.Box;
import opsis.capture.Layout;

/**
 * What the probe script found on a page.
 *
 * @param error what the browser's own error page says, or why the page could not be read; null for none
 * @param stale whether this is still the page of an earlier post
 * @param rule index of the first page rule that holds, −1 for none
 * @param missing ready selectors of which nothing was visible
 * @param still whether two frames in a row were alike
 * @param openPictures visible pictures still loading
 * @param brokenPictures visible pictures that failed to load
 * @param words how many words the post's text has
 * @param url the document's address; null where unknown
 */
record PageState(String error, boolean stale, int rule, List<String> missing, boolean still, int openPictures, int brokenPictures,
    int words, Layout layout, String url) {

  /** Reads the script's answer, which runs beside the page's own scripts and so may have been spoiled by them. */
  static PageState of(Map<?, ?> found) {
    try {
      String error = (String) found.get("error");
      boolean stale = Boolean.TRUE.equals(found.get("stale"));
      return error != null || stale ? unread(error, stale) : read(found);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return unread("the page spoiled the script that reads it", false);
    }
  }

  private static PageState unread(String error, boolean stale) {
    return new PageState(error, stale, -1, List.of(), false, 0, 0, 0, Layout.empty(), null);
  }

  private static PageState read(Map<?, ?> found) {
    List<String> missing = ((List<?>) found.get("missing")).stream().map(String::valueOf).toList();
    return new PageState(null, false, whole(found.get("rule")), missing, Boolean.TRUE.equals(found.get("still")), whole(found.get("open")),
        whole(found.get("broken")), whole(found.get("words")), layout((List<?>) found.get("boxes")), (String) found.get("url"));
  }

  private static Layout layout(List<?> rows) {
    List<Box> boxes = new ArrayList<>(rows.size());
    for (Object row : rows) {
      List<?> box = (List<?>) row;
      boxes.add(new Box(Box.Kind.valueOf((String) box.get(0)), real(box.get(1)), real(box.get(2)), real(box.get(3)), real(box.get(4)),
          (String) box.get(5), whole(box.get(6))));
    }
    return new Layout(boxes);
  }

  private static int whole(Object number) {
    return ((Number) number).intValue();
  }

  private static double real(Object number) {
    return ((Number) number).doubleValue();
  }
}

package opsis.capture;

import java.net.URI;
import java.util.Objects;

/** One post to capture: its id, which is only handed through, and the address to open. */
public record CaptureRequest(String postId, URI url) {
  public CaptureRequest {
    Objects.requireNonNull(postId, "a request needs the post's id");
    Objects.requireNonNull(url, "a request needs an address");
  }
}

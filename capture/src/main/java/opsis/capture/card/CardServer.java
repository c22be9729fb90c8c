package opsis.capture.card;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Serves cards on 127.0.0.1. */
public final class CardServer implements AutoCloseable {
  private CardServer() {}

  /**
   * @param posts finds the post of an id; called from several threads
   * @param pictures finds a picture's bytes by the key that a post names; called from several threads
   */
  public static CardServer start(Function<String, Optional<CardPost>> posts, Function<String, Optional<byte[]>> pictures) {
    throw new UnsupportedOperationException();
  }

  /** The address of a post's card. */
  public URI uri(String postId, Theme theme) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}

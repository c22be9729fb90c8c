package opsis.explain;

/** A scorer's answer that no explanation can be built on; the message says which input and what to mend. */
public final class ScorerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ScorerException(String message) {
    super(message);
  }
}

package opsis.capture.profile;

/** A page profile that cannot be used; the message names the file, the key and the mend. */
public final class ProfileException extends RuntimeException {
  public ProfileException(String message) {
    super(message);
  }

  public ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}

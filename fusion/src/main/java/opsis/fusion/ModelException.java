package opsis.fusion;

/** A model folder, a tensor or a picture that cannot be used; the message names it and the mend. */
public class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}

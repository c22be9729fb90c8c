package opsis.app.settings;

/** A setting that cannot be used; the message names it and what is allowed. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Throws unless the condition holds, naming the setting, what was given and what is allowed. */
    static void require(boolean condition, String setting, Object given, String allowed) {
        if (!condition) {
            throw new SettingsException(
                    "The setting " + setting + " is " + given + "; it must be " + allowed + ".", null);
        }
    }
}

package opsis.storage.ingest;

/** Why one record cannot be stored, and the mend. Flow within this package, so it carries no stack trace. */
final class Refusal extends Exception {
    private final String mend;

    Refusal(String what, String mend) {
        super(what, null, false, false);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}

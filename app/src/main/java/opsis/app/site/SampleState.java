package opsis.app.site;

/** How the site answers for a post, and what a faithful capture must therefore find in the end. */
enum SampleState {
    /** A page like any other. */
    SHOWN("CAPTURED"),
    /** The status page answers 404. */
    DELETED("DELETED"),
    /** The status page answers 200, and its script shows that the post is gone. */
    TOMBSTONE("DELETED"),
    /** The account is locked: 200 and a notice. */
    PROTECTED("PROTECTED"),
    /** The account is suspended: 200 and a notice. */
    SUSPENDED("SUSPENDED"),
    /** The script never gets the post. */
    NEVER_LOADS("TIMEOUT"),
    /** The picture's address answers 404. */
    BROKEN_PICTURE("INCOMPLETE"),
    /** A browser's first visit is dropped without an answer; later ones are served. */
    DROPPED_AT_FIRST("CAPTURED");

    private final String outcome;

    SampleState(String outcome) {
        this.outcome = outcome;
    }

    /** Name of the capture outcome that the post ends with. */
    String outcome() {
        return outcome;
    }
}

package opsis.storage;

/** What became of a post that was added. */
public enum AddOutcome {
    /** It is new and stored now. */
    ADDED,
    /** A post of this id and text was stored before; it stays as it was. */
    UNCHANGED,
    /** Another text is stored under this id; it stays as it was. */
    CONFLICT
}

package opsis.storage.ingest;

import opsis.storage.Post;

/** Takes what a reader finds, in the order of the source. */
interface RecordSink {
    void post(long line, Post post);

    void bad(long line, String what, String mend);

    default void bad(long line, Refusal refusal) {
        bad(line, refusal.getMessage(), refusal.mend());
    }
}

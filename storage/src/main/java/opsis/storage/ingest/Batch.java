package opsis.storage.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import opsis.storage.AddOutcome;
import opsis.storage.AddResult;
import opsis.storage.Post;
import opsis.storage.Posts;

/** Adds posts in transactions of {@value #SIZE}, and counts what became of each record. */
final class Batch implements RecordSink {
    private static final int SIZE = 500;
    /** So that a run of very long posts is not held either. */
    private static final int MAX_CHARACTERS = 4 << 20;

    private final Posts posts;
    private final String source;
    private final LongConsumer afterEach;
    private final List<Post> waiting = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<BadRecord> bad = new ArrayList<>();
    private long characters;
    private long added;
    private long unchanged;
    private long badCount;

    /** @param afterEach told the number of records read after each transaction */
    Batch(Posts posts, String source, LongConsumer afterEach) {
        this.posts = posts;
        this.source = source;
        this.afterEach = afterEach;
    }

    @Override
    public void post(long line, Post post) {
        waiting.add(post);
        lines.add(line);
        characters += post.text().length();
        if (waiting.size() == SIZE || characters > MAX_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void bad(long line, String what, String mend) {
        badCount++;
        if (bad.size() < IngestResult.MAX_BAD) {
            bad.add(new BadRecord(source, line, what, mend));
        }
    }

    /** Stores what is waiting. */
    void flush() {
        AddResult result = posts.add(waiting);
        added += result.count(AddOutcome.ADDED);
        unchanged += result.count(AddOutcome.UNCHANGED);
        for (int i = 0; i < waiting.size(); i++) {
            if (result.outcomes().get(i) == AddOutcome.CONFLICT) {
                bad(lines.get(i), "another text is stored under the id " + waiting.get(i).id(),
                        "give this source its own --prefix, or mend the id");
            }
        }
        waiting.clear();
        lines.clear();
        characters = 0;
        afterEach.accept(read());
    }

    private long read() {
        return added + unchanged + badCount + waiting.size();
    }

    IngestResult result() {
        return new IngestResult(source, read(), added, unchanged, bad, badCount);
    }
}

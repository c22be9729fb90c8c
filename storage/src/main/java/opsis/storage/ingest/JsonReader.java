package opsis.storage.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * X API v2 JSON: one object a line (twarc2), or objects that run over lines, or all in one array. Whichever it is, one
 * object is read at a time.
 */
final class JsonReader implements RecordReader {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final XTweets tweets;

    JsonReader(XTweets tweets) {
        this.tweets = tweets;
    }

    @Override
    public void read(Lines lines, RecordSink sink) throws IOException {
        Lines.Line line = lines.next();
        while (line != null && line.problem() == null && line.text().isBlank()) {
            line = lines.next();
        }
        boolean onePerLine = line != null && line.text() != null && line.text().strip().startsWith("{")
                && line.text().strip().length() > 1;
        if (onePerLine) {
            readEachLine(line, lines, sink);
        } else if (line != null) {
            readOverLines(line, lines, sink);
        }
    }

    private void readEachLine(Lines.Line first, Lines lines, RecordSink sink) throws IOException {
        for (Lines.Line line = first; line != null; line = lines.next()) {
            if (line.problem() != null) {
                sink.bad(line.number(), line.problem());
            } else if (!line.text().isBlank()) {
                object(line.number(), line.text(), sink);
            }
        }
    }

    /** Cuts out the outermost objects by their braces, whatever stands around them. */
    private void readOverLines(Lines.Line first, Lines lines, RecordSink sink) throws IOException {
        BraceScanner scanner = new BraceScanner();
        for (Lines.Line line = first; line != null; line = lines.next()) {
            if (line.problem() != null) {
                sink.bad(line.number(), line.problem());
                scanner.skip();
            } else if (!scanner.scan(line, (number, text) -> object(number, text, sink))) {
                sink.bad(scanner.begun(), "an object is longer than " + (Lines.MAX_BYTES >> 20) + " MiB or not closed",
                        "write one object a line");
                return;
            }
        }
        if (scanner.isOpen()) {
            sink.bad(scanner.begun(), "an object is not closed", "check that the file is whole");
        } else if (scanner.found() == 0) {
            sink.bad(0, "the source holds no JSON object", "check that the file is whole");
        }
    }

    private void object(long line, String text, RecordSink sink) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            sink.bad(line, "this is not valid JSON", "mend or remove it; each line must hold one whole object");
            return;
        }
        tweets.read(node, line, sink);
    }
}

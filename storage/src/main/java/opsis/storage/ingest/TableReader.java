package opsis.storage.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV by RFC 4180, separated by commas or semicolons, and TSV, where quotes are ordinary characters.
 *
 * <p>A quoted field may run over many lines. Where the lines so joined are no record, only the first of them is bad
 * and reading goes on with the second, so that one stray quote does not swallow the rest of the file.
 * (Where a later line happens to close it at a field's end, those lines are one legal record, and no reader can tell.)
 */
final class TableReader implements RecordReader {
    private static final char TAB = '\t';
    private static final char[] SEPARATORS = {TAB, ',', ';'};

    private final IngestSettings settings;
    private final LocalPictures pictures;

    TableReader(IngestSettings settings, LocalPictures pictures) {
        this.settings = settings;
        this.pictures = pictures;
    }

    @Override
    public void read(Lines lines, RecordSink sink) throws IOException {
        Lines.Line header = lines.next();
        if (header.problem() != null) {
            sink.bad(header.number(), header.problem());
            return;
        }
        Columns best = null;
        for (char separator : SEPARATORS) {
            Columns columns = columns(header, separator);
            if (columns.isUsable()) {
                readRows(lines, separator, columns, sink);
                return;
            }
            best = best == null || header.text().indexOf(separator) >= 0 ? columns : best;
        }
        sink.bad(header.number(), best.unusable());
    }

    private Columns columns(Lines.Line header, char separator) {
        List<String> names;
        try {
            names = cells(header.trimmedText(), separator);
        } catch (Refusal e) {
            names = List.of(header.trimmedText());
        }
        return new Columns(names, settings, pictures);
    }

    private void readRows(Lines lines, char separator, Columns columns, RecordSink sink) throws IOException {
        for (Lines.Line first = lines.next(); first != null; first = lines.next()) {
            if (first.problem() != null) {
                sink.bad(first.number(), first.problem());
            } else if (!first.text().isBlank() || separator == TAB && !first.trimmedText().isEmpty()) {
                readRow(first, lines, separator, columns, sink);
            }
        }
    }

    private void readRow(Lines.Line first, Lines lines, char separator, Columns columns, RecordSink sink)
            throws IOException {
        List<Lines.Line> more = new ArrayList<>();
        try {
            String record = separator == TAB ? first.trimmedText() : join(first, more, lines, separator);
            sink.post(first.number(), columns.post(cells(record, separator)));
        } catch (Refusal refusal) {
            sink.bad(first.number(), refusal);
            lines.pushBack(more);
        }
    }

    /** The lines of one record: more are read while a quoted field is open. */
    private static String join(Lines.Line first, List<Lines.Line> more, Lines lines, char separator)
            throws IOException, Refusal {
        StringBuilder record = new StringBuilder(first.text());
        QuoteScanner scanner = new QuoteScanner(separator);
        scanner.scan(first.text());
        while (scanner.inQuotes()) {
            Lines.Line next = lines.next();
            if (next != null) {
                more.add(next);
            }
            if (next == null || next.problem() != null || record.length() + next.text().length() > Lines.MAX_BYTES) {
                throw new Refusal("a quote is opened and not closed", "close it, and write a quote in a text as \"\"");
            }
            scanner.scan("\n");
            record.append('\n').append(next.text());
            scanner.scan(next.text());
        }
        int end = record.length() - 1;
        return end >= 0 && record.charAt(end) == '\r' ? record.substring(0, end) : record.toString();
    }

    private static List<String> cells(String record, char separator) throws Refusal {
        if (separator == TAB) {
            return List.of(record.split("\t", -1));
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser parser = CSVParser.parse(record, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return records.get(0).toList();
            }
            throw new Refusal("the line holds " + records.size() + " records", "end every record with a line feed");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Refusal("the quotes of the record do not match",
                    "quote a whole field, and write a quote in it as \"\"");
        }
    }

    /** Tells whether a quoted field is open, as RFC 4180 has it: a quote opens only where a field begins. */
    private static final class QuoteScanner {
        private final char separator;
        private boolean fieldStart = true;
        private boolean quoted;
        private boolean closing;

        QuoteScanner(char separator) {
            this.separator = separator;
        }

        void scan(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                scan(text.charAt(i));
            }
        }

        private void scan(char c) {
            if (quoted && c == '"') {
                closing = !closing;
            } else if (!quoted || closing) {
                quoted = fieldStart && c == '"';
                closing = false;
                fieldStart = c == separator;
            }
        }

        boolean inQuotes() {
            return quoted && !closing;
        }
    }
}

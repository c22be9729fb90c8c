package opsis.app.stage;

import java.io.IOException;
import java.io.Reader;

/** Reads lines without ever holding more of one than a bound: a line without an end must not fill the memory. */
final class BoundedLines {

    private final Reader in;
    private final int longest;

    /** @param in a buffered reader; not closed here */
    BoundedLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Returns the next line without its end, or null after the last. Of a line over the bound come just the bound's
     * characters and one more, by which it is known; the rest is read past.
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() <= longest) {
                line.append((char) c);
            }
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}

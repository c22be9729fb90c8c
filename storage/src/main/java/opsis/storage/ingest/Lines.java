package opsis.storage.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The numbered lines of a UTF-8 source, none held beyond {@value #MAX_BYTES} bytes. */
final class Lines {
    /** 4 MiB. */
    static final int MAX_BYTES = 4 << 20;
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * One line without its line feed; a carriage return before that is kept.
     *
     * @param number  from 1
     * @param text    null where the line cannot be read
     * @param problem why not; null where it can
     */
    record Line(long number, String text, Refusal problem) {
        /** The text without the carriage return that ends lines in some sources. */
        String trimmedText() {
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int position;
    private int filled;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
        return pushedBack.isEmpty() ? readLine() : pushedBack.pop();
    }

    /** Makes these lines the next ones again. */
    void pushBack(List<Line> lines) {
        List<Line> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        reversed.forEach(pushedBack::push);
    }

    private Line readLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean any = false;
        boolean ended = false;
        while (!ended && fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= bytes.size() + (end - position) > MAX_BYTES;
            if (!tooLong) {
                bytes.write(buffer, position, end - position);
            }
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        if (!any) {
            return null;
        }
        number++;
        return tooLong
                ? new Line(number, null, new Refusal("the line is longer than " + (MAX_BYTES >> 20) + " MiB",
                        "split the record, or check that the file is what it should be"))
                : decode(bytes.toByteArray());
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled > 0;
    }

    private Line decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(number, marked ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, null,
                    new Refusal("the line is not valid UTF-8", "convert the file, for example with iconv -t UTF-8"));
        }
    }
}

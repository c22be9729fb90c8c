package opsis.storage.ingest;

/** Finds the outermost objects of JSON that runs over lines, by braces outside strings. */
final class BraceScanner {
    /** Hears of each object and the line where it begins. */
    @FunctionalInterface
    interface Found {
        void object(long line, String text);
    }

    private final StringBuilder object = new StringBuilder();
    private int depth;
    private boolean inString;
    private boolean escaped;
    private long begun;
    private long found;

    /** @return false where an object grows too long */
    boolean scan(Lines.Line line, Found listener) {
        String text = line.text();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int before = depth;
            step(text.charAt(i));
            if (before == 0 && depth == 1) {
                begun = line.number();
                from = i;
            } else if (before == 1 && depth == 0) {
                found++;
                listener.object(begun, object.append(text, from, i + 1).toString());
                object.setLength(0);
            }
        }
        if (depth > 0) {
            object.append(text, from, text.length()).append('\n');
        }
        return object.length() <= Lines.MAX_BYTES;
    }

    private void step(char c) {
        if (inString) {
            inString = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            inString = depth > 0;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && depth > 0) {
            depth--;
        }
    }

    /** Forgets the object that an unreadable line has spoilt. */
    void skip() {
        object.setLength(0);
        depth = 0;
        inString = false;
        escaped = false;
    }

    boolean isOpen() {
        return depth > 0;
    }

    long begun() {
        return begun;
    }

    long found() {
        return found;
    }
}

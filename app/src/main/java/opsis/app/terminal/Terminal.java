package opsis.app.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** Standard output and standard error of one command, by its {@code --json} and {@code --quiet}. */
public final class Terminal {

    /** How a command talks. */
    public record Style(boolean json, boolean quiet, boolean interactive) {
    }

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Style style;
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule())
            // Jackson writes a path as a file: address; a script wants the path.
            .registerModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    public Terminal(PrintStream out, PrintStream err, Clock clock, Style style) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.style = style;
    }

    /** Starts to show the progress of a task of so many units, 0 where it is not known. */
    public Progress progress(String task, long total) {
        if (style.quiet()) {
            return new SilentProgress();
        }
        return style.interactive() ? new BarProgress(err, task, total) : new LineProgress(err, clock, task, total);
    }

    /** Says something on the way, to a person: on standard error, and not at all when quiet. */
    public void say(String words) {
        if (!style.quiet()) {
            err.println(words);
        }
    }

    /** Says what is wrong, on standard error, also when quiet. */
    public void warn(String words) {
        err.println(words);
    }

    /** Gives a command's result on standard output: the value as one JSON object with {@code --json}, else the words. */
    public void result(Object value, Supplier<String> words) {
        out.println(style.json() ? json(value) : words.get());
        out.flush();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A result that is no JSON: " + value.getClass(), e);
        }
    }
}

package opsis.app.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.classify.Classifier;

/**
 * Scores JSON lines without a workspace: {@code id}, {@code text} and {@code image} (a path) in, a {@link ScoreLine}
 * out, in the same order. A bad line is named and left out; the others are scored.
 */
public final class ScoreStream {

    private static final int CHUNK = 64;
    private static final long LARGEST_PICTURE = 20_000_000;
    private static final int LONGEST_LINE = 4_000_000;

    /** What a stream came to. */
    public record Result(long scored, long bad) {
    }

    private final Classifier classifier;
    private final Path folder;
    private final Consumer<String> complaints;
    private final ObjectMapper mapper = new ObjectMapper();
    private long scored;
    private long bad;

    /**
     * @param folder against which relative paths of pictures are resolved
     * @param complaints told of each bad line
     */
    public ScoreStream(Classifier classifier, Path folder, Consumer<String> complaints) {
        this.classifier = classifier;
        this.folder = folder;
        this.complaints = complaints;
    }

    /** Scores all lines. */
    public Result run(String source, BufferedReader in, PrintStream out) throws IOException {
        List<PostInput> chunk = new ArrayList<>();
        long number = 0;
        BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!line.isBlank()) {
                read(source + ", line " + number, line, chunk);
            }
            if (chunk.size() == CHUNK) {
                score(chunk, out);
            }
        }
        score(chunk, out);
        return new Result(scored, bad);
    }

    private void read(String where, String line, List<PostInput> chunk) {
        try {
            chunk.add(input(line));
        } catch (JsonProcessingException e) {
            complain(where, "it is not JSON (" + e.getOriginalMessage() + "); write one object a line");
        } catch (IOException | IllegalArgumentException e) {
            complain(where, e.getMessage());
        }
    }

    private void complain(String where, String what) {
        bad++;
        complaints.accept(where + ": " + what);
    }

    private PostInput input(String line) throws IOException {
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException("the line is longer than " + LONGEST_LINE + " characters; cut the text");
        }
        JsonNode node = mapper.readTree(line);
        String id = text(node, "id");
        String text = text(node, "text");
        String image = text(node, "image");
        if (id == null) {
            throw new IllegalArgumentException("it has no id; add one, such as \"id\": \"1\"");
        }
        if (text == null && image == null) {
            throw new IllegalArgumentException("post " + id + " has neither text nor image; give one of them");
        }
        return new PostInput(id, text, image == null ? null : picture(id, image));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
    }

    private byte[] picture(String id, String image) throws IOException {
        Path file = folder.resolve(image);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("post " + id + ": there is no picture " + file);
        }
        if (Files.size(file) > LARGEST_PICTURE) {
            throw new IllegalArgumentException("post " + id + ": the picture " + file + " is larger than "
                    + LARGEST_PICTURE / 1_000_000 + " MB; scale it down");
        }
        return Files.readAllBytes(file);
    }

    private void score(List<PostInput> chunk, PrintStream out) {
        for (Score score : Scoring.allThatCan(classifier, chunk, (id, reason) -> complain("post " + id, reason))) {
            String label = score.probability() >= classifier.threshold() ? "hateful" : "harmless";
            out.println(json(new ScoreLine(score.id(), label, score.probability(), score.wordsOnly(),
                    score.pictureOnly(), classifier.version())));
            scored++;
        }
        out.flush();
        chunk.clear();
    }

    private String json(ScoreLine line) {
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A score that is no JSON", e);
        }
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opsis.fusion.LabelledPost;

/** Writes the split as "id, tab, part" lines, for the baseline. */
final class ExportSplit {

    public static void main(String[] args) throws IOException {
        OgtdPosts.Parts parts = OgtdPosts.split(OgtdPosts.read(Path.of(args[0])));
        StringBuilder lines = new StringBuilder();
        append(lines, parts.training(), "training");
        append(lines, parts.validation(), "validation");
        append(lines, parts.test(), "test");
        Files.writeString(Path.of(args[1]), lines);
    }

    private static void append(StringBuilder lines, List<LabelledPost> posts, String part) {
        posts.forEach(post -> lines.append(post.id()).append('\t').append(part).append('\n'));
    }
}

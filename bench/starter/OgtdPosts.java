import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opsis.fusion.LabelledPost;
import opsis.fusion.evaluate.Split;

/** The Greek offensive tweets (OGTD, Pitenis et al. 2020) and the split that every figure of the starter rests on. */
final class OgtdPosts {
    static final long SEED = 20201;

    private OgtdPosts() {
    }

    /** Rows of train.tsv: id, tweet, NOT or OFF. */
    static List<LabelledPost> read(Path file) throws IOException {
        List<LabelledPost> posts = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8).subList(1, (int) Files.lines(file).count())) {
            String[] cells = line.split("\t");
            posts.add(new LabelledPost("ogtd-" + cells[0], cells[1], null, cells[2].equals("OFF") ? 1 : 0, null));
        }
        return posts;
    }

    /** A fifth for the test, a tenth of the rest for validation. */
    record Parts(List<LabelledPost> training, List<LabelledPost> validation, List<LabelledPost> test) {
    }

    static Parts split(List<LabelledPost> posts) {
        Split outer = Split.stratified(posts, 0.2, SEED);
        Split inner = Split.stratified(outer.rest(), 0.1, SEED + 1);
        return new Parts(inner.rest(), inner.held(), outer.held());
    }
}

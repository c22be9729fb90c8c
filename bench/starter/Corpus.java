import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opsis.fusion.LabelledPost;

/** Plain text for the vocabulary and for pre-training: public-domain books, and the tweets' training part several times over. */
final class Corpus {
    private static final int BOOK_LINES = 4;
    private static final int TWEET_COPIES = 4;

    private Corpus() {
    }

    static List<String> texts(Path data) throws IOException, InterruptedException {
        OgtdPosts.Parts parts = OgtdPosts.split(OgtdPosts.read(data.resolve("ogtd/train.tsv")));
        List<String> tweets = parts.training().stream().map(LabelledPost::text).toList();
        List<String> texts = books(data.resolve("greek_text/gutenberg-el.txt.xz"));
        for (int copy = 0; copy < TWEET_COPIES; copy++) {
            texts.addAll(tweets);
        }
        return texts;
    }

    /** Printed lines joined by fours, so that a text is about as long as the network reads. */
    private static List<String> books(Path xz) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("xzcat", xz.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        }
        if (process.waitFor() != 0) {
            throw new IOException("xzcat could not read " + xz);
        }
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BOOK_LINES) {
            texts.add(String.join(" ", lines.subList(from, Math.min(lines.size(), from + BOOK_LINES))));
        }
        return texts;
    }
}

package opsis.fusion.classify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelException;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Parameters;

/** Scores posts by a model folder. Safe for use by several threads: forward passes take turns, since they share one native thread pool. */
public final class Classifier implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Checkpoint checkpoint;
    private final int batch;
    private final String version;
    private final NDManager root;
    private final ForwardPass pass;

    private Classifier(Checkpoint checkpoint, int batch, String version, NDManager root, ForwardPass pass) {
        this.checkpoint = checkpoint;
        this.batch = batch;
        this.version = version;
        this.root = root;
        this.pass = pass;
    }

    /**
     * Opens a model folder (model.safetensors, config.json, vocab.txt, card.json).
     *
     * @throws ModelException naming the file or tensor that is wrong and the mend
     */
    public static Classifier open(Path modelFolder, ClassifierSettings settings) {
        Checkpoint checkpoint = Checkpoint.open(modelFolder);
        NDManager root = Engines.open(settings.device());
        try {
            Parameters parameters = checkpoint.load(root);
            ForwardPass pass = new ForwardPass(checkpoint, parameters);
            return new Classifier(checkpoint, settings.batch(), checkpoint.version(), root, pass);
        } catch (RuntimeException e) {
            root.close();
            throw e;
        }
    }

    /**
     * Scores any number of posts, in their order. A side that the model has no encoder for is overlooked.
     *
     * @throws IllegalArgumentException naming a post that has neither text nor picture that the model reads
     * @throws ModelException           naming a post whose picture is broken
     */
    public List<Score> score(List<PostInput> posts) {
        List<Encoded> encoded = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            encoded.add(encode(i, posts.get(i)));
        }
        // Posts with the same sides and like lengths share a batch, so that little is computed on padding.
        encoded.sort(Comparator.comparingInt(Encoded::kind).thenComparingInt(Encoded::length).thenComparingInt(Encoded::index));
        Score[] scores = new Score[posts.size()];
        for (int from = 0; from < encoded.size(); ) {
            int to = from + 1;
            while (to < encoded.size() && to - from < batch && encoded.get(to).kind() == encoded.get(from).kind()) {
                to++;
            }
            List<Encoded> members = encoded.subList(from, to);
            score(members, scores);
            from = to;
        }
        return List.of(scores);
    }

    /** A post with its place in the request; text and picture are null where the model does not read that side or it is not there. */
    private record Encoded(int index, PostInput post, WordsInput words, byte[] picture) {
        int kind() {
            return (words == null ? 0 : 1) + (picture == null ? 0 : 2);
        }

        int length() {
            return words == null ? 0 : words.ids().length;
        }
    }

    private Encoded encode(int index, PostInput post) {
        WordsInput words = pass.readsWords() && post.text() != null ? pass.words(post.text()) : null;
        byte[] picture = pass.readsPictures() ? post.picture() : null;
        if (words == null && picture == null) {
            throw new IllegalArgumentException("Post " + post.id() + " has neither text nor picture that model "
                    + checkpoint.config().name() + " reads; give one or leave the post out");
        }
        return new Encoded(index, post, words, picture);
    }

    private void score(List<Encoded> members, Score[] scores) {
        boolean worded = members.get(0).words() != null;
        boolean pictured = members.get(0).picture() != null;
        List<byte[]> planes = pictured ? decode(members) : null;
        List<WordsInput> words = worded ? members.stream().map(Encoded::words).toList() : null;
        double[][] probabilities = inTurn(scope -> pass.bothAndEach(words, planes, scope));
        for (int i = 0; i < members.size(); i++) {
            Encoded member = members.get(i);
            scores[member.index()] = new Score(member.post().id(), probabilities[0][i], worded ? probabilities[1][i] : null,
                    pictured ? probabilities[2][i] : null);
        }
    }

    private List<byte[]> decode(List<Encoded> members) {
        byte[][] planes = new byte[members.size()][];
        IntStream.range(0, planes.length).parallel().forEach(i -> {
            try {
                planes[i] = pass.reader().read(members.get(i).picture());
            } catch (ModelException e) {
                throw new ModelException("Post " + members.get(i).post().id() + ": " + e.getMessage(), e);
            }
        });
        return Arrays.asList(planes);
    }

    /** Probabilities of many texts beside one picture (or none, null), which is encoded once. A blank text counts as withheld words. */
    public double[] wordsProbabilities(List<String> texts, byte[] picture) {
        requireSide(pass.readsWords(), "words");
        List<byte[]> planes = picture == null || !pass.readsPictures() ? null : List.of(pass.reader().read(picture));
        List<WordsInput> words = texts.stream().map(pass::words).toList();
        Integer[] order = IntStream.range(0, words.size()).boxed()
                .sorted(Comparator.comparingInt(i -> words.get(i).ids().length)).toArray(Integer[]::new);
        double[] probabilities = new double[words.size()];
        inTurn(scope -> {
            NDArray vector = planes == null ? null : pass.encodePictures(planes, scope);
            inBatches(order.length, (from, to) -> {
                List<WordsInput> some = IntStream.range(from, to).mapToObj(i -> words.get(order[i])).toList();
                double[] values = pass.withWords(some, vector, scope);
                for (int i = from; i < to; i++) {
                    probabilities[order[i]] = values[i - from];
                }
            });
            return null;
        });
        return probabilities;
    }

    /** Probabilities of many pictures beside one text (or none: null or blank), which is encoded once. */
    public double[] pictureProbabilities(String text, List<BufferedImage> pictures) {
        requireSide(pass.readsPictures(), "pictures");
        WordsInput words = text == null || text.isBlank() || !pass.readsWords() ? null : pass.words(text);
        double[] probabilities = new double[pictures.size()];
        inTurn(scope -> {
            ForwardPass.Words encoded = words == null ? null : pass.encodeWords(List.of(words), scope);
            inBatches(pictures.size(), (from, to) -> {
                byte[][] planes = new byte[to - from][];
                IntStream.range(from, to).parallel().forEach(i -> planes[i - from] = pass.reader().read(pictures.get(i)));
                System.arraycopy(pass.withPictures(Arrays.asList(planes), encoded, scope), 0, probabilities, from, to - from);
            });
            return null;
        });
        return probabilities;
    }

    private void requireSide(boolean there, String side) {
        if (!there) {
            throw new IllegalStateException("Model " + checkpoint.config().name() + " does not read " + side);
        }
    }

    private interface Range {
        void accept(int from, int to);
    }

    private void inBatches(int items, Range range) {
        for (int from = 0; from < items; from += batch) {
            range.accept(from, Math.min(items, from + batch));
        }
    }

    private <T> T inTurn(Function<NDManager, T> work) {
        turn.lock();
        try (NDManager scope = root.newSubManager()) {
            return work.apply(scope);
        } finally {
            turn.unlock();
        }
    }

    /** The model's name and the first 12 hexadecimal digits of the SHA-256 of model.safetensors followed by config.json. */
    public String version() {
        return version;
    }

    /** Probability from which a post counts as hateful. */
    public double threshold() {
        return checkpoint.card().threshold();
    }

    public ModelCard card() {
        return checkpoint.card();
    }

    public ModelConfig config() {
        return checkpoint.config();
    }

    /** Waits for the pass that is under way, then lets the native memory go. */
    @Override
    public void close() {
        turn.lock();
        try {
            pass.close();
            root.close();
        } finally {
            turn.unlock();
        }
    }
}

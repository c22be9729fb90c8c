package opsis.fusion.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import opsis.fusion.LabelledPost;
import opsis.fusion.PictureSource;
import opsis.fusion.network.Tokens;
import opsis.fusion.optimise.Batches;
import opsis.fusion.picture.PictureReader;
import opsis.fusion.picture.PictureStore;
import opsis.fusion.words.NgramHasher;
import opsis.fusion.words.NgramHasher.Ngrams;
import opsis.fusion.words.WordPieceTokenizer;

/** A part of a data set, tokenized and decoded once, to be dealt in batches of posts that have the same sides. */
final class EncodedPosts implements AutoCloseable {
    private final List<LabelledPost> posts;
    private final List<long[]> tokens = new ArrayList<>();
    private final List<Ngrams> ngrams;
    private final int[] pictureIndex;
    private final WordPieceTokenizer tokenizer;
    private final PictureReader reader;
    private final PictureStore pictures;

    /**
     * @param tokenizer null for a network without words, whose posts' texts are then overlooked
     * @param hasher    null for a network without n-gram table
     * @param reader    null for a network without pictures
     */
    EncodedPosts(List<LabelledPost> given, WordPieceTokenizer tokenizer, NgramHasher hasher, float[] idf, PictureReader reader) {
        this.tokenizer = tokenizer;
        this.reader = reader;
        posts = given.stream().filter(p -> p.text() != null && tokenizer != null || p.picture() != null && reader != null).toList();
        ngrams = hasher == null ? null : new ArrayList<>();
        pictureIndex = new int[posts.size()];
        List<PictureSource> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            LabelledPost post = posts.get(i);
            String text = post.text() == null ? "" : post.text();
            if (tokenizer != null) {
                tokens.add(tokenizer.encode(text));
            }
            if (hasher != null) {
                ngrams.add(hasher.of(text, idf));
            }
            boolean pictured = post.picture() != null && reader != null;
            pictureIndex[i] = pictured ? sources.size() : -1;
            if (pictured) {
                sources.add(post.picture());
                names.add(post.id());
            }
        }
        pictures = sources.isEmpty() ? null : PictureStore.of(sources, names, reader);
    }

    int size() {
        return posts.size();
    }

    int[] labels() {
        return posts.stream().mapToInt(LabelledPost::label).toArray();
    }

    boolean hasText(int post) {
        return tokenizer != null && posts.get(post).text() != null;
    }

    boolean hasPicture(int post) {
        return pictureIndex[post] >= 0;
    }

    /** All posts in random batches, each of one kind: words alone, picture alone, or both. */
    List<int[]> batches(int batch, Random random) {
        List<int[]> all = new ArrayList<>();
        for (int kind = 1; kind <= 3; kind++) {
            int wanted = kind;
            int[] members = IntStream.range(0, size()).filter(i -> (hasText(i) ? 1 : 0) + (hasPicture(i) ? 2 : 0) == wanted).toArray();
            Batches.of(members.length, batch, i -> hasText(members[i]) ? tokens.get(members[i]).length : 0, random)
                    .forEach(b -> all.add(Arrays.stream(b).map(i -> members[i]).toArray()));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** The words of a batch, or null where its posts have none. A fraction of the tokens is masked where random is given. */
    Tokens tokens(int[] batch, NDManager manager, double masked, Random random) {
        if (!hasText(batch[0])) {
            return null;
        }
        List<long[]> ids = new ArrayList<>();
        for (int post : batch) {
            ids.add(masked > 0 ? masked(tokens.get(post), masked, random) : tokens.get(post));
        }
        List<Ngrams> grams = ngrams == null ? null : Arrays.stream(batch).mapToObj(ngrams::get).toList();
        return Tokens.of(manager, ids, tokenizer.pad(), grams);
    }

    private long[] masked(long[] ids, double fraction, Random random) {
        long[] result = ids.clone();
        for (int i = 0; i < result.length; i++) {
            if (!tokenizer.isFrame(result[i]) && random.nextDouble() < fraction) {
                result[i] = tokenizer.mask();
            }
        }
        return result;
    }

    /** The pictures of a batch, or null where its posts have none. */
    NDArray pictures(int[] batch, NDManager manager) {
        if (!hasPicture(batch[0])) {
            return null;
        }
        return reader.normalised(Arrays.stream(batch).mapToObj(post -> pictures.get(pictureIndex[post])).toList(), manager);
    }

    float[] labels(int[] batch) {
        float[] labels = new float[batch.length];
        for (int i = 0; i < batch.length; i++) {
            labels[i] = posts.get(batch[i]).label();
        }
        return labels;
    }

    @Override
    public void close() {
        if (pictures != null) {
            pictures.close();
        }
    }
}

package opsis.fusion.classify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import opsis.fusion.ModelConfig;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.network.FusionNetwork.Sides;
import opsis.fusion.network.Mode;
import opsis.fusion.network.Tokens;
import opsis.fusion.picture.PictureReader;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.words.NgramHasher;
import opsis.fusion.words.WordPieceTokenizer;

/** The network in inference with what encodes its inputs. Every array made on the way belongs to a scope within the one given. */
final class ForwardPass implements AutoCloseable {
    private final FusionNetwork network;
    private final WordPieceTokenizer tokenizer;
    private final NgramHasher hasher;
    private final float[] idf;
    private final PictureReader reader;

    /** The words of a batch, encoded: pooled vectors and the n-gram model's logits (or null). */
    record Words(NDArray vectors, NDArray ngrams) {
    }

    ForwardPass(Checkpoint checkpoint, Parameters parameters) {
        ModelConfig config = checkpoint.config();
        network = new FusionNetwork(config, parameters, new Kernels(parameters.manager(), false));
        boolean words = config.text() != null;
        boolean ngrams = words && config.text().ngramBuckets() > 0;
        tokenizer = words ? new WordPieceTokenizer(checkpoint.vocabulary(), config.text().maxTokens()) : null;
        hasher = ngrams ? new NgramHasher(config.text().ngramBuckets()) : null;
        idf = ngrams ? parameters.get(FusionNetwork.IDF).toFloatArray() : null;
        reader = config.image() == null ? null : new PictureReader(config.image());
    }

    boolean readsWords() {
        return tokenizer != null;
    }

    boolean readsPictures() {
        return reader != null;
    }

    PictureReader reader() {
        return reader;
    }

    WordsInput words(String text) {
        String bounded = text.length() <= WordPieceTokenizer.MAX_CHARACTERS ? text : text.substring(0, WordPieceTokenizer.MAX_CHARACTERS);
        return new WordsInput(tokenizer.encode(bounded), hasher == null ? null : hasher.of(bounded, idf), text.isBlank() ? 0 : 1);
    }

    /** Three rows: by both sides, by the words alone, by the picture alone; null for a side that is not there. */
    double[][] bothAndEach(List<WordsInput> words, List<byte[]> planes, NDManager outer) {
        try (NDManager scope = outer.newSubManager()) {
            Words encoded = words == null ? null : encodeWords(words, scope);
            NDArray pictures = planes == null ? null : encodePictures(planes, scope);
            int batch = words == null ? planes.size() : words.size();
            double[] byWords = encoded == null ? null : probabilities(sides(encoded, null), batch, scope);
            double[] byPicture = pictures == null ? null : probabilities(sides(null, pictures), batch, scope);
            double[] byBoth = byWords == null ? byPicture : byPicture == null ? byWords
                    : probabilities(sides(encoded, pictures), batch, scope);
            return new double[][] {byBoth, byWords, byPicture};
        }
    }

    /** Probabilities of texts beside one picture's vector (1, size), or null. */
    double[] withWords(List<WordsInput> words, NDArray picture, NDManager outer) {
        try (NDManager scope = outer.newSubManager()) {
            Words encoded = encodeWords(words, scope);
            float[] present = new float[words.size()];
            for (int i = 0; i < present.length; i++) {
                present[i] = words.get(i).present();
            }
            NDArray pictures = picture == null ? null : repeated(picture, words.size(), scope);
            return probabilities(new Sides(encoded.vectors(), encoded.ngrams(), scope.create(present), pictures, null), words.size(), scope);
        }
    }

    /** Probabilities of pictures beside one text, encoded as a batch of one, or null. */
    double[] withPictures(List<byte[]> planes, Words words, NDManager outer) {
        try (NDManager scope = outer.newSubManager()) {
            int batch = planes.size();
            Words many = words == null ? null : new Words(repeated(words.vectors(), batch, scope),
                    words.ngrams() == null ? null : repeated(words.ngrams(), batch, scope));
            return probabilities(sides(many, encodePictures(planes, scope)), batch, scope);
        }
    }

    Words encodeWords(List<WordsInput> words, NDManager scope) {
        Tokens tokens = Tokens.of(scope, words.stream().map(WordsInput::ids).toList(), tokenizer.pad(),
                hasher == null ? null : words.stream().map(WordsInput::ngrams).toList());
        Sides sides = network.encode(tokens, null, null, null, Mode.INFERENCE);
        return new Words(sides.words(), sides.ngrams());
    }

    NDArray encodePictures(List<byte[]> planes, NDManager scope) {
        return network.encode(null, null, reader.normalised(planes, scope), null, Mode.INFERENCE).picture();
    }

    private static Sides sides(Words words, NDArray pictures) {
        return new Sides(words == null ? null : words.vectors(), words == null ? null : words.ngrams(), null, pictures, null);
    }

    private static NDArray repeated(NDArray one, int times, NDManager scope) {
        NDArray many = one.repeat(0, times);
        many.attach(scope);
        return many;
    }

    private double[] probabilities(Sides sides, int batch, NDManager scope) {
        float[] logits = network.logits(sides, batch, scope, Mode.INFERENCE).joint().toFloatArray();
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        return probabilities;
    }

    @Override
    public void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}

package opsis.fusion.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import opsis.fusion.ModelConfig;
import opsis.fusion.tensor.Declaration;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;

/**
 * Words and picture joined early: both pooled vectors side by side, a dense layer, GELU, dropout, one logit. A side that is not there
 * is stood in for by a learned vector, which training meets by withholding sides at random. Where the configuration has n-gram
 * buckets, a linear model over hashed n-grams adds its logit whenever there are words (wide and deep learning, Cheng et al. 2016).
 */
public final class FusionNetwork {
    private static final String MISSING_TEXT = "fusion.missing_text";
    private static final String MISSING_IMAGE = "fusion.missing_image";
    private static final String NGRAMS = "text.ngrams.weight";
    /** Inverse document frequencies of the n-gram rows, (buckets); fixed before training. */
    public static final String IDF = "text.ngrams.idf";

    private final ModelConfig config;
    private final Parameters parameters;
    private final Layers layers;
    private final BertEncoder words;
    private final ResNetEncoder images;

    public FusionNetwork(ModelConfig config, Parameters parameters, Kernels kernels) {
        this.config = config;
        this.parameters = parameters;
        this.layers = new Layers(parameters, kernels);
        this.words = config.text() == null ? null : new BertEncoder(config.text(), parameters, kernels);
        this.images = config.image() == null ? null : new ResNetEncoder(parameters);
    }

    /**
     * Both sides of a batch, encoded.
     *
     * @param words      (batch, pooled size), or null where no post of the batch has words
     * @param ngrams     the n-gram model's logits (batch), or null where there is no such model or no words
     * @param hasText    (batch) 1 where the words are there and 0 where they are withheld, or null where none are withheld
     * @param picture    (batch, pooled size), or null where no post of the batch has a picture
     * @param hasPicture as hasText
     */
    public record Sides(NDArray words, NDArray ngrams, NDArray hasText, NDArray picture, NDArray hasPicture) {
    }

    /**
     * Logits (batch): joint is the head's, plus the n-gram model's where there are words.
     *
     * @param ngrams null where there is no such model or no words
     */
    public record Logits(NDArray joint, NDArray head, NDArray ngrams) {
    }

    /** Declares every tensor that a configuration asks for. */
    public static void declare(ModelConfig config, Declaration tensors) {
        int in = 0;
        if (config.text() != null) {
            BertEncoder.declare(config.text(), tensors);
            in += config.text().pooledSize();
            tensors.zeros(MISSING_TEXT, config.text().pooledSize());
            if (config.text().ngramBuckets() > 0) {
                tensors.zeros(NGRAMS, config.text().ngramBuckets(), 1);
                tensors.ones(IDF, config.text().ngramBuckets());
            }
        }
        if (config.image() != null) {
            ResNetEncoder.declare(config.image(), tensors);
            in += config.image().pooledSize();
            tensors.zeros(MISSING_IMAGE, config.image().pooledSize());
        }
        Layers.declareLinear(tensors, "fusion.dense", in, config.fusion().hiddenSize());
        Layers.declareLinear(tensors, "fusion.output", config.fusion().hiddenSize(), 1);
    }

    /**
     * Encodes both sides of a batch.
     *
     * @param tokens   null where no post has words
     * @param pictures normalised (batch, 3, size, size), consumed; null where no post has a picture
     */
    public Sides encode(Tokens tokens, NDArray hasText, NDArray pictures, NDArray hasPicture, Mode mode) {
        return encode(tokens, hasText, mode, pictures, hasPicture, mode);
    }

    /** The same with a mode for each side: a frozen picture encoder keeps its running statistics only in inference. */
    public Sides encode(Tokens tokens, NDArray hasText, Mode wordsMode, NDArray pictures, NDArray hasPicture, Mode pictureMode) {
        NDArray vectors = null;
        NDArray ngrams = null;
        if (tokens != null) {
            vectors = words.pool(words.encode(tokens.ids(), tokens.mask(), wordsMode), tokens.mask(), wordsMode);
            ngrams = tokens.rows() == null ? null : ngrams(tokens);
        }
        return new Sides(vectors, ngrams, hasText, pictures == null ? null : images.encode(pictures, pictureMode), hasPicture);
    }

    private NDArray ngrams(Tokens tokens) {
        NDArray gathered = Embedding.embedding(tokens.rows(), parameters.get(NGRAMS), SparseFormat.DENSE).singletonOrThrow();
        gathered.attach(tokens.rows().getManager());
        return gathered.squeeze(2).mul(tokens.weights()).sum(new int[] {1});
    }

    /** Joins both sides; results belong to the manager. */
    public Logits logits(Sides sides, long batch, NDManager manager, Mode mode) {
        NDList joined = new NDList();
        if (words != null) {
            joined.add(side(sides.words(), sides.hasText(), MISSING_TEXT, batch, manager));
        }
        if (images != null) {
            joined.add(side(sides.picture(), sides.hasPicture(), MISSING_IMAGE, batch, manager));
        }
        NDArray x = joined.size() == 1 ? joined.get(0) : NDArrays.concat(joined, 1);
        x.attach(manager);
        x = Layers.dropout(Activation.gelu(layers.linear(Layers.dropout(x, mode), "fusion.dense", mode)), mode);
        NDArray head = layers.linear(x, "fusion.output", mode).squeeze(1);
        if (sides.ngrams() == null) {
            return new Logits(head, head, null);
        }
        NDArray wide = sides.hasText() == null ? sides.ngrams() : sides.ngrams().mul(sides.hasText());
        return new Logits(head.add(wide), head, sides.ngrams());
    }

    private NDArray side(NDArray vectors, NDArray present, String missingName, long batch, NDManager manager) {
        NDArray missing = parameters.get(missingName).expandDims(0);
        missing.attach(manager);
        if (vectors == null) {
            return missing.repeat(0, batch);
        }
        if (present == null) {
            return vectors;
        }
        NDArray there = present.expandDims(1);
        return vectors.mul(there).add(there.neg().add(1f).mul(missing));
    }
}

package opsis.fusion.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.tensor.Declaration;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;

/**
 * BERT (Devlin et al. 2019) with the semantics and tensor names of Hugging Face's BertModel under "text.": learned positions, token
 * type 0, layer norm after each residual with epsilon 1e-12, GELU by the error function. Attention weights themselves are not dropped.
 */
public final class BertEncoder {
    private static final double EPSILON = 1e-12;
    private static final String PREFIX = "text.";
    private static final float MASKED = -1e9f;

    private final ModelConfig.Text config;
    private final Parameters parameters;
    private final Layers layers;

    public BertEncoder(ModelConfig.Text config, Parameters parameters, Kernels kernels) {
        this.config = config;
        this.parameters = parameters;
        this.layers = new Layers(parameters, kernels);
    }

    /** Declares the tensors; first values as BERT's: normal with deviation 0.02, biases zero. */
    static void declare(ModelConfig.Text config, Declaration tensors) {
        int hidden = config.hiddenSize();
        Layers.declareTable(tensors, PREFIX + "embeddings.word_embeddings", config.vocabularySize(), hidden);
        Layers.declareTable(tensors, PREFIX + "embeddings.position_embeddings", config.maxPositions(), hidden);
        Layers.declareTable(tensors, PREFIX + "embeddings.token_type_embeddings", 2, hidden);
        Layers.declareNorm(tensors, PREFIX + "embeddings.LayerNorm", hidden);
        for (int i = 0; i < config.layers(); i++) {
            String layer = layer(i);
            Layers.declareLinear(tensors, layer + "attention.self.query", hidden, hidden);
            Layers.declareLinear(tensors, layer + "attention.self.key", hidden, hidden);
            Layers.declareLinear(tensors, layer + "attention.self.value", hidden, hidden);
            Layers.declareLinear(tensors, layer + "attention.output.dense", hidden, hidden);
            Layers.declareNorm(tensors, layer + "attention.output.LayerNorm", hidden);
            Layers.declareLinear(tensors, layer + "intermediate.dense", hidden, config.intermediateSize());
            Layers.declareLinear(tensors, layer + "output.dense", config.intermediateSize(), hidden);
            Layers.declareNorm(tensors, layer + "output.LayerNorm", hidden);
        }
        Layers.declareLinear(tensors, PREFIX + "pooler.dense", hidden, hidden);
    }

    /** Token vectors (batch, tokens, hidden), belonging to the ids' manager. */
    public NDArray encode(NDArray ids, NDArray mask, Mode mode) {
        long batch = ids.getShape().get(0);
        long tokens = ids.getShape().get(1);
        NDArray added = mask.sub(1f).mul(-MASKED).reshape(batch, 1, 1, tokens);
        NDArray x = embed(ids, tokens, mode);
        for (int i = 0; i < config.layers(); i++) {
            String name = layer(i);
            x = Layers.consume(x, input -> block(input, added, name, mode));
        }
        return x;
    }

    private NDArray embed(NDArray ids, long tokens, Mode mode) {
        NDArray words = Embedding.embedding(ids, parameters.get(PREFIX + "embeddings.word_embeddings.weight"), SparseFormat.DENSE)
                .singletonOrThrow();
        words.attach(ids.getManager());
        return Layers.consume(words, table -> {
            NDArray position = parameters.get(PREFIX + "embeddings.position_embeddings.weight")
                    .get(table.getManager(), new NDIndex("0:" + tokens));
            NDArray type = parameters.get(PREFIX + "embeddings.token_type_embeddings.weight")
                    .get(table.getManager(), new NDIndex("0:1"));
            NDArray sum = table.add(position).add(type);
            return Layers.dropout(layers.norm(sum, PREFIX + "embeddings.LayerNorm", EPSILON), mode);
        });
    }

    private NDArray block(NDArray x, NDArray mask, String name, Mode mode) {
        NDArray q = heads(layers.linear(x, name + "attention.self.query", mode));
        NDArray k = heads(layers.linear(x, name + "attention.self.key", mode));
        NDArray v = heads(layers.linear(x, name + "attention.self.value", mode));
        NDArray context = layers.attention(q, k, v, mask, mode).transpose(0, 2, 1, 3).reshape(x.getShape());
        NDArray attended = Layers.dropout(layers.linear(context, name + "attention.output.dense", mode), mode);
        NDArray a = layers.norm(attended.add(x), name + "attention.output.LayerNorm", EPSILON);
        NDArray wide = Activation.gelu(layers.linear(a, name + "intermediate.dense", mode));
        NDArray fed = Layers.dropout(layers.linear(wide, name + "output.dense", mode), mode);
        return layers.norm(fed.add(a), name + "output.LayerNorm", EPSILON);
    }

    private NDArray heads(NDArray x) {
        long[] shape = x.getShape().getShape();
        return x.reshape(shape[0], shape[1], config.heads(), config.hiddenSize() / config.heads()).transpose(0, 2, 1, 3);
    }

    /** One vector a text, (batch, {@link ModelConfig.Text#pooledSize()}). */
    public NDArray pool(NDArray tokens, NDArray mask, Mode mode) {
        NDArray first = tokens.get(tokens.getManager(), new NDIndex(":,0"));
        NDArray cls = layers.linear(first, PREFIX + "pooler.dense", mode).tanh();
        if (config.pooling() == Pooling.CLS) {
            return cls;
        }
        NDArray weights = mask.expandDims(2);
        NDArray mean = tokens.mul(weights).sum(new int[] {1}).div(weights.sum(new int[] {1}));
        NDArray most = tokens.add(weights.sub(1f).mul(-MASKED)).max(new int[] {1});
        return NDArrays.concat(new NDList(cls, mean, most), 1);
    }

    private static String layer(int i) {
        return PREFIX + "encoder.layer." + i + ".";
    }
}

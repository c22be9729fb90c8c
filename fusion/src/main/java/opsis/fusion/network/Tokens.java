package opsis.fusion.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import opsis.fusion.words.NgramHasher.Ngrams;

/**
 * A batch of texts as tensors.
 *
 * @param ids     (batch, tokens) int64, padded
 * @param mask    (batch, tokens) float, 1 for tokens and 0 for padding
 * @param rows    (batch, n-grams) int64, or null where the network has no n-gram table
 * @param weights (batch, n-grams) float, 0 for padding, or null likewise
 */
public record Tokens(NDArray ids, NDArray mask, NDArray rows, NDArray weights) {

    /** @param ngrams of the same texts, or null */
    public static Tokens of(NDManager manager, List<long[]> texts, int pad, List<Ngrams> ngrams) {
        int batch = texts.size();
        int longest = texts.stream().mapToInt(t -> t.length).max().orElse(1);
        long[] ids = new long[batch * longest];
        float[] mask = new float[batch * longest];
        for (int row = 0; row < batch; row++) {
            long[] text = texts.get(row);
            for (int i = 0; i < longest; i++) {
                ids[row * longest + i] = i < text.length ? text[i] : pad;
                mask[row * longest + i] = i < text.length ? 1 : 0;
            }
        }
        Shape shape = new Shape(batch, longest);
        NDArray idArray = manager.create(LongBuffer.wrap(ids), shape);
        NDArray maskArray = manager.create(FloatBuffer.wrap(mask), shape);
        if (ngrams == null) {
            return new Tokens(idArray, maskArray, null, null);
        }
        int most = Math.max(1, ngrams.stream().mapToInt(n -> n.rows().length).max().orElse(1));
        long[] rows = new long[batch * most];
        float[] weights = new float[batch * most];
        for (int row = 0; row < batch; row++) {
            Ngrams grams = ngrams.get(row);
            for (int i = 0; i < grams.rows().length; i++) {
                rows[row * most + i] = grams.rows()[i];
                weights[row * most + i] = grams.weights()[i];
            }
        }
        Shape wide = new Shape(batch, most);
        return new Tokens(idArray, maskArray, manager.create(LongBuffer.wrap(rows), wide), manager.create(FloatBuffer.wrap(weights), wide));
    }
}

package opsis.fusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;

/**
 * The two operations that take nearly all of an encoder's time. Attention is PyTorch's fused scaled-dot-product kernel. In mixed
 * precision, products are taken in bfloat16 and handed on in float, weights and gradients staying float (Micikevicius et al. 2018;
 * bfloat16 needs no loss scaling).
 */
public final class Kernels {
    private static final String LINEAR = """
              def forward(self: __torch__.M, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                y = torch.linear(torch.to(x, 15), torch.to(w, 15), torch.to(b, 15))
                return torch.to(y, 6)
            """;
    private static final String ATTENTION = """
              def forward(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
                return torch.scaled_dot_product_attention(q, k, v, mask)
            """;

    private final TorchScript linear;
    private final TorchScript attention;

    /** @param mixedPrecision whether linear() multiplies in bfloat16 */
    public Kernels(NDManager manager, boolean mixedPrecision) {
        linear = mixedPrecision ? new TorchScript(manager, LINEAR) : null;
        attention = new TorchScript(manager, ATTENTION);
    }

    /** x·wᵀ + b; x (…, in), w (out, in), b (out). The result belongs to x's manager. */
    public NDArray linear(NDArray x, NDArray w, NDArray b, boolean training) {
        if (linear != null) {
            return linear.call(training, x, w, b);
        }
        return Linear.linear(x, w, b).singletonOrThrow();
    }

    /**
     * softmax(q·kᵀ / √d + mask)·v over shapes (batch, heads, tokens, d); mask is added and has shape (batch, 1, 1, tokens).
     * The result belongs to q's manager.
     */
    public NDArray attention(NDArray q, NDArray k, NDArray v, NDArray mask, boolean training) {
        return attention.call(training, q, k, v, mask);
    }
}

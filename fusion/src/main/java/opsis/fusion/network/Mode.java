package opsis.fusion.network;

/**
 * Whether gradients are recorded and what is dropped.
 *
 * @param training whether autograd records and batch statistics are used
 * @param dropout  fraction of activations dropped, 0 in inference
 */
public record Mode(boolean training, float dropout) {
    public static final Mode INFERENCE = new Mode(false, 0);
}

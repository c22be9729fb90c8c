/**
 * The network itself: BERT beside ResNet, joined early, on NDArray operations with the reference implementations' tensor names.
 * <pre>{@code
 * FusionNetwork.declare(config, parameters);
 * FusionNetwork network = new FusionNetwork(config, parameters, new Kernels(manager, false));
 * FusionNetwork.Sides sides = network.encode(tokens, null, pictures, null, Mode.INFERENCE);
 * float[] logits = network.logits(sides, batch, manager, Mode.INFERENCE).joint().toFloatArray();
 * }</pre>
 */
package opsis.fusion.network;

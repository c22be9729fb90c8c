/**
 * Named tensors on DJL's PyTorch engine: the store of a network's parameters, their safetensors file, and what DJL lacks.
 * <pre>{@code
 * try (NDManager manager = Engines.open("cpu"); Parameters parameters = new Parameters(manager)) {
 *     SafeTensors.read(file, parameters.manager()).forEach(parameters::put);
 *     NDArray weight = parameters.get("image.conv1.weight");
 * }
 * }</pre>
 */
package opsis.fusion.tensor;

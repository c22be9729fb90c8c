package opsis.fusion.train;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.SafeTensors;

/** A model folder's tensors as plain arrays. */
final class TensorFile {

    private TensorFile() {
    }

    static Map<String, float[]> read(Path folder) {
        Map<String, float[]> arrays = new HashMap<>();
        try (NDManager manager = Engines.open("cpu")) {
            SafeTensors.read(folder.resolve("model.safetensors"), manager).forEach((name, tensor) -> arrays.put(name, tensor.toFloatArray()));
        }
        return arrays;
    }

    static double difference(Map<String, float[]> one, Map<String, float[]> other, String name) {
        double most = 0;
        for (int i = 0; i < one.get(name).length; i++) {
            most = Math.max(most, Math.abs(one.get(name)[i] - other.get(name)[i]));
        }
        return most;
    }
}

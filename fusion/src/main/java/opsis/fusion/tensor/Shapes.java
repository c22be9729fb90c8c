package opsis.fusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import opsis.fusion.ModelException;

/** The names and shapes that a network asks for, to check a file's tensors against. */
public final class Shapes implements Declaration {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    @Override
    public void normal(String name, double deviation, long... shape) {
        shapes.put(name, new Shape(shape));
    }

    @Override
    public void zeros(String name, long... shape) {
        shapes.put(name, new Shape(shape));
    }

    @Override
    public void ones(String name, long... shape) {
        shapes.put(name, new Shape(shape));
    }

    /** @throws ModelException naming a missing, extra or misshapen tensor */
    public void check(Path file, Map<String, NDArray> tensors) {
        shapes.forEach((name, shape) -> {
            NDArray tensor = tensors.get(name);
            if (tensor == null) {
                throw new ModelException(file + " lacks tensor '" + name + "' that config.json asks for; restore the model folder");
            }
            if (!tensor.getShape().equals(shape)) {
                throw new ModelException(file + " holds tensor '" + name + "' with shape " + tensor.getShape() + " where config.json asks for "
                        + shape + "; restore the model folder");
            }
        });
        for (String name : tensors.keySet()) {
            if (!shapes.containsKey(name)) {
                throw new ModelException(file + " holds tensor '" + name + "' that config.json does not ask for; restore the model folder");
            }
        }
    }
}

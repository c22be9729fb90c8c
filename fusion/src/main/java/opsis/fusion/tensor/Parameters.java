package opsis.fusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import opsis.fusion.ModelException;

/** A network's tensors by name, in order of their making; owns them. Buffers (running statistics) are never trained. */
public final class Parameters implements Declaration, AutoCloseable {
    private final NDManager manager;
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();

    public Parameters(NDManager parent) {
        manager = parent.newSubManager();
    }

    public NDManager manager() {
        return manager;
    }

    public NDArray get(String name) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelException("The model holds no tensor '" + name + "'; its config.json asks for one");
        }
        return tensor;
    }

    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(tensors);
    }

    /** All tensors but those whose names begin with a prefix. */
    public Map<String, NDArray> allBut(String prefix) {
        Map<String, NDArray> others = new LinkedHashMap<>(tensors);
        others.keySet().removeIf(name -> name.startsWith(prefix));
        return others;
    }

    /** Takes a tensor over, replacing one of the same name. */
    public void put(String name, NDArray tensor) {
        tensor.attach(manager);
        NDArray old = tensors.put(name, tensor);
        if (old != null && old != tensor) {
            old.close();
        }
    }

    @Override
    public void normal(String name, double deviation, long... shape) {
        put(name, manager.randomNormal(0f, (float) deviation, new Shape(shape), DataType.FLOAT32));
    }

    @Override
    public void zeros(String name, long... shape) {
        put(name, manager.zeros(new Shape(shape)));
    }

    @Override
    public void ones(String name, long... shape) {
        put(name, manager.ones(new Shape(shape)));
    }

    /** Running statistics and fixed weights are kept and saved, but never trained. */
    public static boolean isBuffer(String name) {
        return name.endsWith(".running_mean") || name.endsWith(".running_var") || name.endsWith(".idf");
    }

    /** Asks for gradients of all tensors whose name begins with a prefix, or for none of them. */
    public void trainable(String prefix, boolean on) {
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix) && !isBuffer(name) && tensor.hasGradient() != on) {
                tensor.setRequiresGradient(on);
            }
        });
    }

    @Override
    public void close() {
        manager.close();
    }
}

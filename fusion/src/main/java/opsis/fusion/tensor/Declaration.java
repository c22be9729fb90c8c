package opsis.fusion.tensor;

/** Takes note of a network's tensors, one after another: {@link Parameters} makes them, {@link Shapes} only remembers their shapes. */
public interface Declaration {

    /** A tensor whose first values are normal with mean 0. */
    void normal(String name, double deviation, long... shape);

    void zeros(String name, long... shape);

    void ones(String name, long... shape);
}

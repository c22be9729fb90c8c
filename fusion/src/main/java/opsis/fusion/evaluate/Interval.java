package opsis.fusion.evaluate;

/** A 95 % interval. */
public record Interval(double low, double high) {
}

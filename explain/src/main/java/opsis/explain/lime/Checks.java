package opsis.explain.lime;

/** Refuses settings that cannot work, with the mend in the message. */
final class Checks {

  /** NumPy's generator takes seeds of 32 bits. */
  private static final long GREATEST_SEED = 0xFFFF_FFFFL;

  private Checks() {}

  static void seed(long seed) {
    if (seed < 0 || seed > GREATEST_SEED) {
      throw new IllegalArgumentException("seed " + seed + ": give one from 0 to " + GREATEST_SEED);
    }
  }

  static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " " + value + ": give at least " + least);
    }
  }

  static void positive(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " " + value + ": give a number greater than 0");
    }
  }
}

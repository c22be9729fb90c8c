package opsis.explain.random;

/**
 * PCG64 (O'Neill 2014: XSL-RR 128/64) with the seeding and the normal draws of NumPy's {@code default_rng}: a seed
 * sequence spreads the seed over 256 bits, and the ziggurat of Marsaglia and Tsang (2000) turns bits into normals.
 * NumPy does not promise to keep this stream for ever; it stands unchanged since 1.17. Not safe for several threads.
 */
public final class PermutedCongruential {

  private static final long MULTIPLIER_HIGH = 0x2360_ed05_1fc6_5da4L;
  private static final long MULTIPLIER_LOW = 0x4385_df64_9fcc_f645L;

  private final long incrementHigh;
  private final long incrementLow;
  private long high;
  private long low;

  /** @param seed 0 to 2³² − 1; higher bits are dropped */
  public PermutedCongruential(long seed) {
    long[] words = SeedSequence.spread((int) seed);
    incrementHigh = words[2] << 1 | words[3] >>> 63;
    incrementLow = words[3] << 1 | 1;
    step();
    add(words[0], words[1]);
    step();
  }

  /** The next 64 random bits. */
  public long nextBits() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }

  /** A number from 0 to below 1, a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextBits() >>> 11) * 0x1p-53;
  }

  /** A draw from the normal distribution with mean 0 and standard deviation 1. */
  public double nextGaussian() {
    return Ziggurat.TABLES.draw(this);
  }

  /** state ← state × multiplier + increment, modulo 2¹²⁸. */
  private void step() {
    long carry = unsignedMultiplyHigh(low, MULTIPLIER_LOW);
    high = high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH + carry;
    low = low * MULTIPLIER_LOW;
    add(incrementHigh, incrementLow);
  }

  private void add(long addedHigh, long addedLow) {
    low += addedLow;
    high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}

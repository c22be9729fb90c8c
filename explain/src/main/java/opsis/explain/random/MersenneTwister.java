package opsis.explain.random;

import java.util.Arrays;

/**
 * MT19937 (Matsumoto and Nishimura 1998) with the draws of NumPy's {@code RandomState}: seeded by
 * {@code init_genrand}, bounded integers by masked rejection, permutations by Fisher–Yates from the end. NumPy keeps
 * this stream frozen (NEP 19), so it is the same in every version. Not safe for several threads.
 */
public final class MersenneTwister {

  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int UPPER = 0x8000_0000;
  private static final int LOWER = 0x7fff_ffff;
  private static final int TWIST = 0x9908_b0df;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  /** @param seed 0 to 2³² − 1; higher bits are dropped */
  public MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** The next 32 random bits. */
  public int nextBits() {
    if (next == SIZE) {
      twist();
    }
    int bits = state[next++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c_5680;
    bits ^= (bits << 15) & 0xefc6_0000;
    return bits ^ (bits >>> 18);
  }

  /**
   * A whole number, each equally likely: {@code randint(low, high)}.
   *
   * @param low the least
   * @param high above the greatest; greater than {@code low}
   */
  public int nextInt(int low, int high) {
    if (high <= low) {
      throw new IllegalArgumentException("no whole number from " + low + " to below " + high);
    }
    return low + upTo(high - 1 - low);
  }

  /** Different numbers below {@code size}, in random order: {@code choice(size, count, replace=False)}. */
  public int[] choose(int size, int count) {
    int[] permutation = new int[size];
    for (int i = 0; i < size; i++) {
      permutation[i] = i;
    }
    for (int i = size - 1; i > 0; i--) {
      int j = upTo(i);
      int swapped = permutation[i];
      permutation[i] = permutation[j];
      permutation[j] = swapped;
    }
    return Arrays.copyOf(permutation, count);
  }

  /** 0 to {@code greatest}: draws as many bits as the greatest has until they are not above it. */
  private int upTo(int greatest) {
    if (greatest == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
    int value = nextBits() & mask;
    while (value > greatest) {
      value = nextBits() & mask;
    }
    return value;
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int joined = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      int twisted = state[(i + SHIFT) % SIZE] ^ (joined >>> 1);
      state[i] = (joined & 1) == 0 ? twisted : twisted ^ TWIST;
    }
    next = 0;
  }
}

package opsis.explain.random;

/** NumPy's {@code SeedSequence} for a seed of 32 bits: hashes it into a pool of four words and draws states from it. */
final class SeedSequence {

  private static final int POOL = 4;

  private SeedSequence() {}

  /** Four words of 64 bits: {@code SeedSequence(seed).generate_state(4, uint64)}. */
  static long[] spread(int seed) {
    int[] pool = mix(seed);
    int hash = 0x8b51_f9dd;
    int[] halves = new int[2 * POOL];
    for (int i = 0; i < halves.length; i++) {
      int value = pool[i % POOL] ^ hash;
      hash *= 0x58f3_8ded;
      value *= hash;
      halves[i] = value ^ value >>> 16;
    }
    long[] words = new long[POOL];
    for (int i = 0; i < POOL; i++) {
      words[i] = (halves[2 * i + 1] & 0xFFFF_FFFFL) << 32 | halves[2 * i] & 0xFFFF_FFFFL;
    }
    return words;
  }

  private static int[] mix(int seed) {
    Hash hash = new Hash();
    int[] pool = new int[POOL];
    for (int i = 0; i < POOL; i++) {
      pool[i] = hash.of(i == 0 ? seed : 0);
    }
    for (int from = 0; from < POOL; from++) {
      for (int to = 0; to < POOL; to++) {
        if (from != to) {
          int mixed = 0xca01_f9dd * pool[to] - 0x4973_f715 * hash.of(pool[from]);
          pool[to] = mixed ^ mixed >>> 16;
        }
      }
    }
    return pool;
  }

  /** A multiplicative hash whose constant changes with every value. */
  private static final class Hash {
    private int constant = 0x43b0_d7e5;

    int of(int value) {
      int hashed = value ^ constant;
      constant *= 0x931e_8875;
      hashed *= constant;
      return hashed ^ hashed >>> 16;
    }
  }
}

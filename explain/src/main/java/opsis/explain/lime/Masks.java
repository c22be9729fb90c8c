package opsis.explain.lime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Samples × features of on or off, one bit each: which features every perturbed input keeps. */
final class Masks {

  private final int columns;
  private final long[][] rows;

  /** Takes rows over: bit {@code j} of a row is bit {@code j % 64} of its word {@code j / 64}. */
  private Masks(int columns, long[][] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Everything on. */
  static Masks allOn(int rows, int columns) {
    Masks masks = new Masks(columns, new long[rows][(columns + 63) / 64]);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        masks.rows[row][column / 64] |= 1L << column;
      }
    }
    return masks;
  }

  /** To be called only while the masks are drawn. */
  void switchOff(int row, int column) {
    rows[row][column / 64] &= ~(1L << column);
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return columns;
  }

  boolean on(int row, int column) {
    return (rows[row][column / 64] >>> column & 1) != 0;
  }

  /** How many features a row keeps. */
  int kept(int row) {
    return Arrays.stream(rows[row]).mapToInt(Long::bitCount).sum();
  }

  /** How many features two rows both keep. */
  int keptByBoth(int row, int other) {
    int count = 0;
    for (int word = 0; word < rows[row].length; word++) {
      count += Long.bitCount(rows[row][word] & rows[other][word]);
    }
    return count;
  }

  /** The columns that a row keeps, in ascending order. */
  int[] columnsKept(int row) {
    int[] kept = new int[kept(row)];
    int next = 0;
    for (int word = 0; word < rows[row].length; word++) {
      for (long bits = rows[row][word]; bits != 0; bits &= bits - 1) {
        kept[next++] = word * 64 + Long.numberOfTrailingZeros(bits);
      }
    }
    return kept;
  }

  /** The same rows with only these columns, in this order. */
  Masks select(int[] chosen) {
    Masks selected = new Masks(chosen.length, new long[rows.length][(chosen.length + 63) / 64]);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < chosen.length; i++) {
        if (on(row, chosen[i])) {
          selected.rows[row][i / 64] |= 1L << i;
        }
      }
    }
    return selected;
  }

  /** For every row the first row that is equal to it. */
  int[] firstEqual() {
    Map<Key, Integer> seen = new HashMap<>();
    int[] first = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      Integer earlier = seen.putIfAbsent(new Key(rows[row]), row);
      first[row] = earlier == null ? row : earlier;
    }
    return first;
  }

  private record Key(long[] words) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }
}

package opsis.explain.random;

/**
 * Normal draws by the ziggurat of Marsaglia and Tsang (2000) with 256 layers of equal area, arranged as NumPy arranges
 * it: 8 bits choose the layer, one the sign, 52 the place within the layer.
 */
final class Ziggurat {

  /** Immutable, and the same for every generator. */
  static final Ziggurat TABLES = new Ziggurat();

  private static final int LAYERS = 256;
  private static final double PLACES = 0x1p52;

  /** Where the tail begins, and the area of each layer that follows from it for 256 layers. */
  private static final double TAIL = 3.654152885361009;
  private static final double AREA = 0.0049286732339746549;

  private final long[] surelyInside = new long[LAYERS];
  private final double[] width = new double[LAYERS];
  private final double[] density = new double[LAYERS];

  private Ziggurat() {
    int last = LAYERS - 1;
    double edge = TAIL;
    width[last] = edge / PLACES;
    density[last] = densityAt(edge);
    surelyInside[0] = (long) (edge * density[last] / AREA * PLACES);
    width[0] = AREA / density[last] / PLACES;
    density[0] = 1;
    for (int layer = last - 1; layer > 0; layer--) {
      double inner = StrictMath.sqrt(-2 * StrictMath.log(AREA / edge + density[layer + 1]));
      surelyInside[layer + 1] = (long) (inner / edge * PLACES);
      width[layer] = inner / PLACES;
      density[layer] = densityAt(inner);
      edge = inner;
    }
    surelyInside[1] = 0;
  }

  double draw(PermutedCongruential bits) {
    while (true) {
      long drawn = bits.nextBits();
      int layer = (int) (drawn & 0xff);
      boolean negative = (drawn & 0x100) != 0;
      long place = drawn >>> 9 & 0x000f_ffff_ffff_ffffL;
      double x = place * width[layer];
      if (place < surelyInside[layer]) {
        return negative ? -x : x;
      }
      if (layer == 0) {
        double beyond = drawTail(bits);
        return (place >>> 8 & 1) != 0 ? -beyond : beyond;
      }
      double height = (density[layer - 1] - density[layer]) * bits.nextDouble() + density[layer];
      if (height < densityAt(x)) {
        return negative ? -x : x;
      }
    }
  }

  private static double drawTail(PermutedCongruential bits) {
    while (true) {
      double x = -StrictMath.log1p(-bits.nextDouble()) / TAIL;
      double y = -StrictMath.log1p(-bits.nextDouble());
      if (y + y > x * x) {
        return TAIL + x;
      }
    }
  }

  private static double densityAt(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }
}

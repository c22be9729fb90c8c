package opsis.explain.lime;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Weighted ridge regression of targets on masks with an intercept that is not penalised: minimises
 * Σ wᵢ (yᵢ − a − xᵢ·b)² + penalty·‖b‖² (Hoerl and Kennard 1970). Solved through the weighted means: by the normal
 * equations over features, or, with more features than samples, over samples. One thread and a fixed order, so the
 * same input gives the same bits everywhere.
 */
final class Ridge {

  /** Below this ratio of least to greatest pivot the normal equations count as singular. */
  private static final double SINGULAR = 1e-14;

  private static final int CHOLESKY_BLOCK = 60;

  private final Masks masks;
  private final double[] weights;
  private final double penalty;
  private final double[] means;

  /** @param penalty 0 or greater; with 0 a singular system gets the solution of least norm */
  Ridge(Masks masks, double[] weights, double penalty) {
    this.masks = masks;
    this.weights = weights;
    this.penalty = penalty;
    this.means = columnMeans(masks, weights);
  }

  LinearFit fit(double[] targets) {
    double mean = WeightedMean.of(targets, weights);
    double[] deviations = new double[targets.length];
    for (int row = 0; row < targets.length; row++) {
      deviations[row] = targets[row] - mean;
    }
    boolean overSamples = masks.columns() > masks.rows() && penalty > 0;
    double[] coefficients = overSamples ? solveOverSamples(deviations) : solveOverFeatures(deviations);
    double intercept = mean;
    for (int column = 0; column < coefficients.length; column++) {
      intercept -= means[column] * coefficients[column];
    }
    return new LinearFit(coefficients, intercept);
  }

  /** XᵀWX + penalty·I of the centred columns. */
  private DMatrixRMaj normalMatrix() {
    int columns = masks.columns();
    DMatrixRMaj normal = new DMatrixRMaj(columns, columns);
    double total = 0;
    for (int row = 0; row < masks.rows(); row++) {
      total += weights[row];
      int[] kept = masks.columnsKept(row);
      for (int i = 0; i < kept.length; i++) {
        int offset = kept[i] * columns;
        for (int j = i; j < kept.length; j++) {
          normal.data[offset + kept[j]] += weights[row];
        }
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int j = i; j < columns; j++) {
        double centred = normal.data[i * columns + j] - total * means[i] * means[j];
        normal.data[i * columns + j] = centred;
        normal.data[j * columns + i] = centred;
      }
      normal.data[i * columns + i] += penalty;
    }
    return normal;
  }

  /** (XᵀWX + penalty·I)⁻¹ of the centred columns. */
  DMatrixRMaj inverse() {
    DMatrixRMaj inverse = new DMatrixRMaj(masks.columns(), masks.columns());
    solver(normalMatrix()).invert(inverse);
    return inverse;
  }

  /** A copy of the columns' weighted means. */
  double[] means() {
    return means.clone();
  }

  private double[] solveOverFeatures(double[] deviations) {
    double[] right = new double[masks.columns()];
    for (int row = 0; row < masks.rows(); row++) {
      for (int column : masks.columnsKept(row)) {
        right[column] += weights[row] * deviations[row];
      }
    }
    return solve(normalMatrix(), right);
  }

  private double[] solveOverSamples(double[] deviations) {
    int rows = masks.rows();
    double[] right = new double[rows];
    for (int row = 0; row < rows; row++) {
      right[row] = StrictMath.sqrt(weights[row]) * deviations[row];
    }
    double[] dual = solve(sampleMatrix(), right);
    double[] coefficients = new double[masks.columns()];
    double total = 0;
    for (int row = 0; row < rows; row++) {
      double share = StrictMath.sqrt(weights[row]) * dual[row];
      total += share;
      for (int column : masks.columnsKept(row)) {
        coefficients[column] += share;
      }
    }
    for (int column = 0; column < coefficients.length; column++) {
      coefficients[column] -= total * means[column];
    }
    return coefficients;
  }

  /** √W·X·Xᵀ·√W + penalty·I of the centred columns; what two masks share is counted on their bits. */
  private DMatrixRMaj sampleMatrix() {
    int rows = masks.rows();
    double[] alongMeans = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int column : masks.columnsKept(row)) {
        alongMeans[row] += means[column];
      }
    }
    double squaredMeans = 0;
    for (double columnMean : means) {
      squaredMeans += columnMean * columnMean;
    }
    DMatrixRMaj matrix = new DMatrixRMaj(rows, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = i; j < rows; j++) {
        double centred = masks.keptByBoth(i, j) - alongMeans[i] - alongMeans[j] + squaredMeans;
        double scaled = centred * StrictMath.sqrt(weights[i] * weights[j]);
        matrix.data[i * rows + j] = scaled;
        matrix.data[j * rows + i] = scaled;
      }
      matrix.data[i * rows + i] += penalty;
    }
    return matrix;
  }

  private static double[] solve(DMatrixRMaj matrix, double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
    solver(matrix).solve(DMatrixRMaj.wrap(right.length, 1, right), solution);
    return solution.data;
  }

  /** Cholesky, or the pseudo-inverse where that fails. */
  private static LinearSolverDense<DMatrixRMaj> solver(DMatrixRMaj matrix) {
    CholeskyDecompositionBlock_DDRM cholesky = new CholeskyDecompositionBlock_DDRM(CHOLESKY_BLOCK);
    LinearSolverDense<DMatrixRMaj> solver = new LinearSolverChol_DDRM(cholesky);
    // A solver may overwrite the matrix, and the second one needs it whole.
    if (!solver.setA(matrix.copy()) || isSingular(cholesky.getT())) {
      solver = LinearSolverFactory_DDRM.pseudoInverse(true);
      solver.setA(matrix);
    }
    return solver;
  }

  private static boolean isSingular(DMatrixRMaj triangle) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int i = 0; i < triangle.numRows; i++) {
      double pivot = triangle.get(i, i) * triangle.get(i, i);
      least = Math.min(least, pivot);
      greatest = Math.max(greatest, pivot);
    }
    return least < SINGULAR * greatest;
  }

  private static double[] columnMeans(Masks masks, double[] weights) {
    double[] means = new double[masks.columns()];
    double total = 0;
    for (int row = 0; row < masks.rows(); row++) {
      total += weights[row];
      for (int column : masks.columnsKept(row)) {
        means[column] += weights[row];
      }
    }
    for (int column = 0; column < means.length; column++) {
      means[column] /= total;
    }
    return means;
  }
}

package opsis.explain.lime;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How far the weights would move under another random choice of masks: the heteroskedasticity-consistent "sandwich"
 * (White 1980), A⁻¹ (Σ wᵢ² eᵢ² x̃ᵢ x̃ᵢᵀ) A⁻¹ with A the penalised normal matrix and e the residuals, times n/(n − p − 1)
 * for the parameters spent (HC1, MacKinnon and White 1985). It holds for a linear model that is only an approximation,
 * which is what LIME's is; it says nothing of the error of that approximation.
 */
final class StandardErrors {

  private StandardErrors() {}

  /** One a column; NaN when there are no more samples than parameters. */
  static double[] of(Ridge ridge, Masks masks, double[] targets, double[] weights, LinearFit fit) {
    int columns = masks.columns();
    int freedom = masks.rows() - columns - 1;
    double[] errors = new double[columns];
    if (freedom <= 0) {
      Arrays.fill(errors, Double.NaN);
      return errors;
    }
    DMatrixRMaj inverse = ridge.inverse();
    double[] shift = times(inverse, ridge.means());
    double[] influence = new double[columns];
    for (int row = 0; row < masks.rows(); row++) {
      double pull = weights[row] * (targets[row] - fit.predict(masks, row));
      for (int i = 0; i < columns; i++) {
        influence[i] = -shift[i];
      }
      // The inverse is symmetric: its rows serve as its columns and are contiguous.
      for (int column : masks.columnsKept(row)) {
        for (int i = 0; i < columns; i++) {
          influence[i] += inverse.data[column * columns + i];
        }
      }
      for (int i = 0; i < columns; i++) {
        errors[i] += pull * pull * influence[i] * influence[i];
      }
    }
    for (int i = 0; i < columns; i++) {
      errors[i] = StrictMath.sqrt(errors[i] * masks.rows() / freedom);
    }
    return errors;
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    double[] product = new double[matrix.numRows];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix.data[i * vector.length + j] * vector[j];
      }
    }
    return product;
  }
}

package org.saccade.operators.joint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the raw scores of several series go together: the correlations of their moving averages, over
 * the records so far, the last {@value #MOST} of which count most.
 *
 * <p>A negative correlation is taken for none: it would make what is combined look rarer than it
 * is.
 */
final class Dependence {
  /** Records that a moving average is over, as in the likelihood. */
  static final int WINDOW = 10;

  private static final int MOST = 8640;

  private final int dimensions;
  private final double[] recent;
  private final double[] total;
  private final double[] mean;
  private final double[] product;
  private long records;
  private double effective;
  private double deviationOfSum;
  private boolean stale = true;

  Dependence(int dimensions) {
    this.dimensions = dimensions;
    recent = new double[WINDOW * dimensions];
    total = new double[dimensions];
    mean = new double[dimensions];
    product = new double[dimensions * dimensions];
  }

  /** One record's raw scores. */
  void step(double[] raw) {
    int slot = (int) (records % WINDOW) * dimensions;
    records++;
    double weight = 1.0 / Math.min(records, MOST);
    for (int i = 0; i < dimensions; i++) {
      recent[slot + i] = raw[i];
      // Summed anew, so that rounding does not add up.
      double sum = 0;
      for (int k = 0; k < WINDOW; k++) {
        sum += recent[k * dimensions + i];
      }
      total[i] = sum / Math.min(records, WINDOW) - mean[i];
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j <= i; j++) {
        int at = i * dimensions + j;
        product[at] = (1 - weight) * (product[at] + weight * total[i] * total[j]);
      }
    }
    for (int i = 0; i < dimensions; i++) {
      mean[i] += weight * total[i];
    }
    stale = true;
  }

  /** Correlation of two of them, at least 0. */
  double correlation(int i, int j) {
    double c = i < j ? product[j * dimensions + i] : product[i * dimensions + j];
    double variances = product[i * dimensions + i] * product[j * dimensions + j];
    return i == j ? 1 : variances > 0 ? Math.max(0, c / StrictMath.sqrt(variances)) : 0;
  }

  /**
   * Number of independent series that would be as many tests.
   *
   * <pre>
   *   1 + (d - 1) (1 - Var λ / d),   Var λ = Σ_{i≠j} r²/(d - 1) of the eigenvalues of R
   * </pre>
   *
   * <p>Source: D. R. Nyholt, A simple correction for multiple testing for SNPs in linkage
   * disequilibrium with each other, 2004.
   */
  double effective() {
    renew();
    return effective;
  }

  /** √(1ᵀ R 1): deviation of the sum of numbers of deviation 1 that go together like this. */
  double deviationOfSum() {
    renew();
    return deviationOfSum;
  }

  private void renew() {
    if (!stale) {
      return;
    }
    double squares = 0;
    double sum = dimensions;
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < i; j++) {
        double r = correlation(i, j);
        squares += 2 * r * r;
        sum += 2 * r;
      }
    }
    double variance = dimensions == 1 ? 0 : squares / (dimensions - 1);
    effective = 1 + (dimensions - 1) * (1 - variance / dimensions);
    deviationOfSum = StrictMath.sqrt(sum);
    stale = false;
  }

  long bytes() {
    return 8L * (recent.length + total.length + mean.length + product.length);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(records);
    for (double[] field : new double[][] {recent, mean, product}) {
      for (double number : field) {
        out.writeDouble(number);
      }
    }
  }

  void read(DataInput in) throws IOException {
    records = in.readLong();
    for (double[] field : new double[][] {recent, mean, product}) {
      for (int i = 0; i < field.length; i++) {
        field[i] = in.readDouble();
      }
    }
    stale = true;
  }
}

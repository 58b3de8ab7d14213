package org.saccade.operators.baseline;

/** Samples in deviations from the mean, both of the first samples. */
final class Standard {
  private final int warmUp;
  private int n;
  private double mean;
  private double squares;

  Standard(int warmUp) {
    if (warmUp < 2) {
      throw new IllegalArgumentException("warmUp=" + warmUp + " must be at least 2");
    }
    this.warmUp = warmUp;
  }

  /** NaN in the warm-up; of a constant one, the difference itself. */
  double of(double x) {
    if (n < warmUp) {
      n++;
      double difference = x - mean;
      mean += difference / n;
      squares += difference * (x - mean);
      return Double.NaN;
    }
    double deviation = Math.sqrt(squares / (n - 1));
    return deviation > 0 ? (x - mean) / deviation : x - mean;
  }

  void reset() {
    n = 0;
    mean = 0;
    squares = 0;
  }
}

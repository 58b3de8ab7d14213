package org.saccade.operators.signal.window;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;
import org.saccade.operators.signal.Samples;

/**
 * Power density by Welch's method (1967, IEEE Trans. Audio Electroacoustics 15:70-73), one-sided,
 * in unit²/Hz: {@code segment/2 + 1} values at {@code k·rate/segment} Hz.
 *
 * <pre>
 *   w[i] = ½ − ½ cos(2πi/n)                               Hann, periodic
 *   P[k] = mean over segments of  c·|FFT(w·(x − mean x))[k]|² / (rate · Σw²)
 *   c    = 2, but 1 at 0 and at half the rate
 * </pre>
 */
public final class Welch implements WindowFunction {
  static {
    // One order of additions, whatever the machine's processors.
    CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
    CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
  }

  private final WelchParameters parameters;
  private final double rate;
  private final double[] hann;
  private final double scale;
  private final double[] segment;
  private final DoubleFFT_1D fft;

  /**
   * @param rate samples a second
   */
  public Welch(WelchParameters parameters, double rate) {
    this.parameters = parameters;
    this.rate = Samples.rate(rate);
    int n = parameters.segment();
    hann = new double[n];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      hann[i] = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / n);
      squares += hann[i] * hann[i];
    }
    scale = 1 / (rate * squares);
    segment = new double[n];
    fft = new DoubleFFT_1D(n);
  }

  /** Hz between neighbouring values. */
  public double resolution() {
    return rate / parameters.segment();
  }

  @Override
  public int values() {
    return parameters.segment() / 2 + 1;
  }

  /**
   * @throws IllegalArgumentException if the window is shorter than a segment
   */
  @Override
  public void apply(double[] x, double[] out, int at) {
    int n = parameters.segment();
    if (x.length < n) {
      throw new IllegalArgumentException(
          "a window of " + x.length + " samples is shorter than a segment of " + n);
    }
    int bins = values();
    java.util.Arrays.fill(out, at, at + bins, 0);
    int segments = 0;
    for (int from = 0; from + n <= x.length; from += n - parameters.overlap()) {
      transform(x, from);
      add(out, at);
      segments++;
    }
    for (int k = 0; k < bins; k++) {
      boolean single = k == 0 || 2 * k == n;
      out[at + k] *= (single ? scale : 2 * scale) / segments;
    }
  }

  private void transform(double[] x, int from) {
    int n = segment.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[from + i];
    }
    double mean = sum / n;
    for (int i = 0; i < n; i++) {
      segment[i] = hann[i] * (x[from + i] - mean);
    }
    fft.realForward(segment);
  }

  /** Squares of the packed transform: real 0, real n/2 (or imaginary of the last), then pairs. */
  private void add(double[] out, int at) {
    int n = segment.length;
    out[at] += segment[0] * segment[0];
    for (int k = 1; 2 * k < n; k++) {
      double re = segment[2 * k];
      double im = 2 * k + 1 < n ? segment[2 * k + 1] : segment[1];
      out[at + k] += re * re + im * im;
    }
    if (n % 2 == 0) {
      out[at + n / 2] += segment[1] * segment[1];
    }
  }
}

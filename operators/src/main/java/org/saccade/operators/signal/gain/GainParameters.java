package org.saccade.operators.signal.gain;

import java.util.Arrays;

/**
 * Parameters of adaptive gain control.
 *
 * @param frame vectors of length 1, {@code [k][channel]}, as many numbers each as there are
 *     channels; at most 4096 vectors of 64 channels
 * @param leak α, above 0: how much passes where the gains are 0 is 1/α
 * @param target variance to which every read-out is brought, unit², above 0
 * @param eta η, share of what is too much or too little by which a gain follows, per target, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array
public record GainParameters(double[][] frame, double leak, double target, double eta) {
  private static final int MOST_CHANNELS = 64;
  private static final int MOST_VECTORS = 4096;

  public GainParameters {
    if (frame.length == 0 || frame.length > MOST_VECTORS) {
      throw new IllegalArgumentException(frame.length + " vectors: must be 1 to " + MOST_VECTORS);
    }
    int channels = frame[0].length;
    if (channels == 0 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "vectors of " + channels + " channels: must be 1 to " + MOST_CHANNELS);
    }
    double[][] copy = new double[frame.length][];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = frame[k].clone();
      double squares = Arrays.stream(copy[k]).map(v -> v * v).sum();
      if (copy[k].length != channels || !(Math.abs(squares - 1) <= 1e-9)) {
        throw new IllegalArgumentException(
            "vector "
                + k
                + " has "
                + copy[k].length
                + " channels and length "
                + Math.sqrt(squares)
                + ": must be "
                + channels
                + " and 1");
      }
    }
    frame = copy;
    positive("leak", leak);
    positive("target", target);
    if (!(eta >= 0) || eta > 1) {
      throw new IllegalArgumentException("eta=" + eta + " must be 0 to 1");
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and finite");
    }
  }

  /** Each channel by itself. */
  public static GainParameters ofChannels(int channels, double leak, double target, double eta) {
    double[][] frame = new double[channels][channels];
    for (int c = 0; c < channels; c++) {
      frame[c][c] = 1;
    }
    return new GainParameters(frame, leak, target, eta);
  }

  /**
   * Each channel, and the sum of each pair: enough vectors to take any correlation out, {@code n (n
   * + 1)/2}.
   */
  public static GainParameters ofPairs(int channels, double leak, double target, double eta) {
    double[][] frame = new double[channels * (channels + 1) / 2][channels];
    int k = 0;
    for (int a = 0; a < channels; a++) {
      frame[k++][a] = 1;
      for (int b = a + 1; b < channels; b++) {
        frame[k][a] = Math.sqrt(0.5);
        frame[k++][b] = Math.sqrt(0.5);
      }
    }
    return new GainParameters(frame, leak, target, eta);
  }

  int channels() {
    return frame[0].length;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GainParameters p
        && Arrays.deepEquals(frame, p.frame)
        && leak == p.leak
        && target == p.target
        && eta == p.eta;
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(frame) + 31 * Double.hashCode(leak + target + eta);
  }

  @Override
  public String toString() {
    return "GainParameters["
        + frame.length
        + " vectors of "
        + channels()
        + " channels, leak="
        + leak
        + ", target="
        + target
        + ", eta="
        + eta
        + "]";
  }
}

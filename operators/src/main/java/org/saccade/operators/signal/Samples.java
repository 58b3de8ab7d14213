package org.saccade.operators.signal;

import org.saccade.schemas.batch.SampleBatch;

/** What every operator here holds of samples and of batches. */
public final class Samples {
  /** Most that a sample may measure, in its unit: what is larger counts as missing. */
  public static final double LARGEST = 1e100;

  private Samples() {}

  /** Whether the value is a measurement: neither NaN nor infinite nor beyond {@link #LARGEST}. */
  public static boolean measured(double value) {
    return Math.abs(value) <= LARGEST;
  }

  /**
   * Checks that the batch has so many channels.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireChannels(SampleBatch batch, int channels) {
    if (batch.channels() != channels) {
      throw new IllegalArgumentException(
          "a batch of "
              + batch.channels()
              + " channels, but the operator was made for "
              + channels);
    }
  }

  /**
   * Checks a number of channels.
   *
   * @throws IllegalArgumentException if it is below 1 or above 65536
   */
  public static int channels(int channels) {
    if (channels < 1 || channels > 1 << 16) {
      throw new IllegalArgumentException("channels=" + channels + " must be 1 to 65536");
    }
    return channels;
  }

  /**
   * Checks a sampling rate, Hz.
   *
   * @throws IllegalArgumentException if it is not above 0 and at most 1e9
   */
  public static double rate(double hz) {
    if (!(hz > 0) || hz > 1e9) {
      throw new IllegalArgumentException("rate=" + hz + " must be above 0 and at most 1e9 Hz");
    }
    return hz;
  }

  /**
   * Checks a number of missing samples.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static void requireMissing(long missing) {
    if (missing < 0) {
      throw new IllegalArgumentException("missing=" + missing + " must not be negative");
    }
  }
}

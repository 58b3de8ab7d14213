package org.saccade.operators.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An anomaly is told once: a score that is no more than one of the last few is reported as half of
 * it. The last few are a tenth of the warm-up.
 */
public final class Rest {
  private static final double PART = 0.1;
  private static final double REPEATED = 0.5;

  private final double[] recent;

  private Rest(int records) {
    recent = new double[records];
  }

  /** For a series of this warm-up. */
  public static Rest of(int warmUp) {
    return new Rest(Math.max(1, (int) (PART * warmUp)));
  }

  /**
   * The score to report.
   *
   * @param record number of the record, counted from 0
   */
  public double step(long record, double score) {
    double most = 0;
    for (double before : recent) {
      most = Math.max(most, before);
    }
    recent[(int) (record % recent.length)] = score;
    return score > most ? score : REPEATED * score;
  }

  /** Memory held, bytes. */
  public long bytes() {
    return 8L * recent.length;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    for (double score : recent) {
      out.writeDouble(score);
    }
  }

  /** Takes back what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < recent.length; i++) {
      recent[i] = in.readDouble();
    }
  }
}

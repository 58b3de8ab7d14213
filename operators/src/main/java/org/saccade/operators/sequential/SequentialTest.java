package org.saccade.operators.sequential;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** A walk between two barriers, driven by the evidence of each sample. */
public final class SequentialTest {
  private final double upper;
  private final double lower;
  private final Restart restart;
  private double statistic;
  private long samples;

  /**
   * @param lower barrier of the null hypothesis, below 0; ignored where the walk reflects at 0
   * @param upper barrier of the alternative, above 0
   */
  public SequentialTest(double lower, double upper, Restart restart) {
    Checks.positive("upper", upper);
    this.restart = Objects.requireNonNull(restart, "restart");
    if (restart != Restart.REFLECT && !(lower < 0)) {
      throw new IllegalArgumentException("lower=" + lower + " must be below 0");
    }
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * Wald's test for errors of the first kind α and of the second kind β. With the barriers taken as
   * these, the errors that result obey α' ≤ α/(1-β), β' ≤ β/(1-α) and α' + β' ≤ α + β.
   */
  public static SequentialTest wald(double alpha, double beta, Restart restart) {
    Checks.probability("alpha", alpha);
    Checks.probability("beta", beta);
    return new SequentialTest(
        StrictMath.log(beta / (1 - alpha)), StrictMath.log((1 - beta) / alpha), restart);
  }

  /** Page's CUSUM: alarm at {@code threshold}. */
  public static SequentialTest cusum(double threshold) {
    return new SequentialTest(0, threshold, Restart.REFLECT);
  }

  /** One sample with this evidence. */
  public Decision step(double evidence) {
    double s = statistic + evidence;
    samples++;
    if (s >= upper) {
      begin();
      return Decision.ALTERNATIVE;
    }
    if (restart == Restart.REFLECT) {
      if (s <= 0) {
        begin();
      } else {
        statistic = s;
      }
      return Decision.CONTINUE;
    }
    if (s > lower) {
      statistic = s;
      return Decision.CONTINUE;
    }
    if (restart == Restart.AT_BOTH) {
      begin();
    } else {
      statistic = s;
    }
    return Decision.NULL;
  }

  /** Begins anew. */
  public void begin() {
    statistic = 0;
    samples = 0;
  }

  /** S, the evidence since the walk began. */
  public double statistic() {
    return statistic;
  }

  /**
   * Samples since the walk began. Of a CUSUM that has just alarmed, the change is estimated to have
   * come with the first of them (maximum likelihood); ask before the step that decides.
   */
  public long samples() {
    return samples;
  }

  public double upper() {
    return upper;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(statistic);
    out.writeLong(samples);
  }

  /** Takes back what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    statistic = in.readDouble();
    samples = in.readLong();
  }
}

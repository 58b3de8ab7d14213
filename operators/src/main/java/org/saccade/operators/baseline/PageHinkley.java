package org.saccade.operators.baseline;

/** The Page-Hinkley test against the mean so far, both directions, with a forgetting factor. */
public final class PageHinkley implements ChangeStatistic {
  private final int least;
  private final double delta;
  private final double keep;
  private long n;
  private double mean;
  private double rise;
  private double fall;
  private double lowest;
  private double highest;

  /**
   * @param least samples before the first evidence
   * @param delta change of the mean that is let pass, in the value's unit
   * @param keep part of the sums kept at a sample, above 0, at most 1
   */
  public PageHinkley(int least, double delta, double keep) {
    this.least = least;
    this.delta = delta;
    this.keep = keep;
    reset();
  }

  @Override
  public double step(double x) {
    n++;
    mean += (x - mean) / n;
    rise = keep * rise + x - mean - delta;
    fall = keep * fall + x - mean + delta;
    lowest = Math.min(lowest, rise);
    highest = Math.max(highest, fall);
    return n < least ? 0 : Math.max(rise - lowest, highest - fall);
  }

  @Override
  public void reset() {
    n = 0;
    mean = 0;
    rise = 0;
    fall = 0;
    lowest = Double.POSITIVE_INFINITY;
    highest = Double.NEGATIVE_INFINITY;
  }
}

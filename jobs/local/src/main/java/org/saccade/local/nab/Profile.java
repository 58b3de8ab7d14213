package org.saccade.local.nab;

/** What a false detection costs, and a window that is missed. */
public enum Profile {
  STANDARD("standard", 0.11, 1),
  LOW_FP("reward_low_FP_rate", 0.22, 1),
  LOW_FN("reward_low_FN_rate", 0.11, 2);

  private final String label;
  private final double falsePositive;
  private final double missed;

  Profile(String label, double falsePositive, double missed) {
    this.label = label;
    this.falsePositive = falsePositive;
    this.missed = missed;
  }

  /** The benchmark's name of it. */
  public String label() {
    return label;
  }

  double falsePositive() {
    return falsePositive;
  }

  double missed() {
    return missed;
  }

  /** Raw score to the scale on which nothing detected is 0 and every window at once is 100. */
  double normalised(double raw, long windows) {
    return windows == 0 ? Double.NaN : 100 * (raw + missed * windows) / (windows * (1 + missed));
  }
}

package org.saccade.operators.spikepoint;

/**
 * When the steps so far are enough: from {@code least} steps on, looked at every {@code every}
 * steps, as soon as the confidence in the scores so far reaches {@code threshold}.
 *
 * @param least steps that are run in any case, over all samplings
 * @param every steps from look to look
 * @param threshold of the confidence; above 1: never
 */
public record EarlyExit(int least, int every, double threshold) {
  /** All steps are run. */
  public static final EarlyExit NEVER = new EarlyExit(256, 256, 2);

  public EarlyExit {
    Checks.range("least", least, 1, 256);
    Checks.range("every", every, 1, 256);
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("threshold=" + threshold + " must be above 0");
    }
  }
}

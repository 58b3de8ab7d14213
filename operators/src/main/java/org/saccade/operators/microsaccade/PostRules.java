package org.saccade.operators.microsaccade;

/**
 * The usual rules behind the detection: what follows too soon is the overshoot of the movement
 * before, what is too large is no microsaccade.
 *
 * <p>Interval first: the overshoot of a large saccade goes with it. Movements come in order of
 * time.
 */
public final class PostRules {
  private final long minInterval;
  private final double maxAmplitude;
  private long lastEnd;
  private boolean any;

  /**
   * @param minInterval samples that must lie between the end of a movement and the onset of the
   *     next; 0: no rule
   * @param maxAmplitude degrees; {@link Double#POSITIVE_INFINITY}: no rule
   */
  public PostRules(long minInterval, double maxAmplitude) {
    if (minInterval < 0 || !(maxAmplitude > 0)) {
      throw new IllegalArgumentException(
          "minInterval="
              + minInterval
              + " must not be negative, maxAmplitude="
              + maxAmplitude
              + " must be above 0");
    }
    this.minInterval = minInterval;
    this.maxAmplitude = maxAmplitude;
  }

  /** Whether the next movement stays. */
  public boolean keeps(long onset, long end, double amplitude) {
    boolean tooSoon = any && onset - lastEnd - 1 < minInterval;
    if (tooSoon) {
      return false;
    }
    any = true;
    lastEnd = end;
    return amplitude <= maxAmplitude;
  }

  /** Another trial begins. */
  public void clear() {
    any = false;
  }

  /** The end of the last movement that counted, or {@link Long#MIN_VALUE}. */
  public long lastEnd() {
    return any ? lastEnd : Long.MIN_VALUE;
  }

  /** Goes on behind a movement that ended there; {@link Long#MIN_VALUE}: behind none. */
  public void restore(long end) {
    any = end != Long.MIN_VALUE;
    lastEnd = end;
  }
}

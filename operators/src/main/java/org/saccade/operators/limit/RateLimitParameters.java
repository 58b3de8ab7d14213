package org.saccade.operators.limit;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param events N, most events in a window, 1 to {@link #MOST}
 * @param windowMicros W, length of a window, 1 to {@link #MAX_MICROS} of sensor time
 */
public record RateLimitParameters(int events, long windowMicros) implements StageParameters {
  /** Most events of a window: their times are remembered, 2 MiB. */
  public static final int MOST = 1 << 18;

  public RateLimitParameters {
    StageParameters.check("events in a window", events, 1, MOST);
    StageParameters.check("windowMicros", windowMicros, 1, MAX_MICROS);
  }

  /**
   * The most events a window that are not more than a rate.
   *
   * @param eventsPerSecond of which at least one must fall into a window
   */
  public static RateLimitParameters of(long eventsPerSecond, long windowMicros) {
    long events = Math.multiplyExact(eventsPerSecond, windowMicros) / 1_000_000;
    if (events < 1 || events > MOST) {
      throw new IllegalArgumentException(
          String.format(
              "%d events a second are %d in %d µs, which must be between 1 and %d",
              eventsPerSecond, events, windowMicros, MOST));
    }
    return new RateLimitParameters((int) events, windowMicros);
  }

  @Override
  public StageKind kind() {
    return StageKind.RATE_LIMIT;
  }

  @Override
  public String text() {
    return events + "," + windowMicros;
  }

  @Override
  public EventStage stage() {
    return new RateLimiter(this);
  }
}

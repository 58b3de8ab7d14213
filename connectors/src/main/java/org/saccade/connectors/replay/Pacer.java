package org.saccade.connectors.replay;

import java.util.function.BooleanSupplier;

/**
 * Maps the recording's time to the wall clock, and measures how far the replay is behind.
 *
 * <pre>  due(t) = start + (t - t0) / speed</pre>
 *
 * <p>A replay that is behind does not wait, so it catches up as fast as it can; nothing is moved to
 * hide a delay. Where the sensor's time goes back the schedule goes on from where it stood: what
 * comes then is due when the latest packet was. At {@link #MAX} speed nothing waits, and nothing is
 * behind.
 */
public final class Pacer {
  /** As fast as it goes. */
  public static final double MAX = Double.POSITIVE_INFINITY;

  private static final long SLICE_NANOS = 50_000_000;

  private final double speed;
  private final WallClock clock;
  private boolean started;
  private long startNanos;
  private long startMicros;
  private long latestMicros;
  private long behindNanos;
  private long worstBehindNanos;

  /**
   * @param speed recording time over wall time: 1 real time, 10 ten times as fast, {@link #MAX}
   */
  public Pacer(double speed, WallClock clock) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed=" + speed + " must be above 0 (or max)");
    }
    this.speed = speed;
    this.clock = clock;
  }

  /** Sets the start of the recording: sensor time {@code micros} is now. */
  public void start(long micros) {
    started = true;
    startNanos = clock.nanos();
    startMicros = micros;
    latestMicros = micros;
  }

  /**
   * Waits until sensor time {@code micros} is due; returns at once, and counts, if it was.
   *
   * @param stopped asked every 50 ms of waiting: whether to wait no longer
   */
  public void await(long micros, BooleanSupplier stopped) throws InterruptedException {
    if (speed == MAX) {
      return;
    }
    if (!started) {
      start(micros);
    }
    if (micros < latestMicros) {
      startNanos = due(latestMicros);
      startMicros = micros;
    }
    latestMicros = micros;
    long due = due(micros);
    long now = clock.nanos();
    behindNanos = Math.max(0, now - due);
    worstBehindNanos = Math.max(worstBehindNanos, behindNanos);
    while (now < due && !stopped.getAsBoolean()) {
      clock.await(Math.min(due, now + SLICE_NANOS));
      now = clock.nanos();
    }
  }

  private long due(long micros) {
    double aheadNanos = (micros - startMicros) * 1000.0 / speed;
    return startNanos + (long) Math.min(aheadNanos, Long.MAX_VALUE / 4.0);
  }

  /** How late the latest packet was, nanoseconds of wall time. */
  public long behindNanos() {
    return behindNanos;
  }

  /** How late the latest of all packets was, nanoseconds of wall time. */
  public long worstBehindNanos() {
    return worstBehindNanos;
  }
}

package org.saccade.operators.events;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.Refractory;

/**
 * The configuration of {@link KeyedEventOperator}. Start from {@link #DEFAULTS} and change what is
 * other.
 *
 * @param reorderPackets most packets that wait for a missing one, 0 to 1024
 * @param reorderMicros most sensor time between the waiting packets, at least 0
 * @param clockResetMicros how far time may fall back between two packets before it is a reset of
 *     the clock, at least 0
 * @param refractory variant of the refractory filter
 * @param refractoryMicros its period, 1 to 10^9
 * @param backgroundActivity variant of the background activity filter
 * @param backgroundActivityMicros its time of support, 1 to 10^9
 * @param ratePlace where the rate meter stands
 * @param rateWindowMicros its window, 1 to 10^12
 * @param cacheBytes memory for the working copies of all keys of one subtask, at least 1 MiB; a key
 *     beyond it is worked on from keyed state
 * @param expiry machine time after which a key that sent nothing is closed and forgotten
 * @param idle machine time of silence after which an {@code IDLE} record is sent; zero: never
 */
public record EventStreamParameters(
    int reorderPackets,
    long reorderMicros,
    long clockResetMicros,
    Refractory refractory,
    long refractoryMicros,
    BackgroundActivity backgroundActivity,
    long backgroundActivityMicros,
    RatePlace ratePlace,
    long rateWindowMicros,
    long cacheBytes,
    Duration expiry,
    Duration idle)
    implements Serializable {

  /** Reordering over 16 packets and 100 ms, no filter, rates of 100 ms, 256 MiB, 7 days. */
  public static final EventStreamParameters DEFAULTS =
      new EventStreamParameters(
          16,
          100_000,
          1_000_000,
          Refractory.OFF,
          1_000,
          BackgroundActivity.OFF,
          10_000,
          RatePlace.AFTER_FILTERS,
          100_000,
          256L << 20,
          Duration.ofDays(7),
          Duration.ZERO);

  private static final long serialVersionUID = 1L;

  public EventStreamParameters {
    check("reorderPackets", reorderPackets, 0, 1024);
    check("reorderMicros", reorderMicros, 0, 1L << 60);
    check("clockResetMicros", clockResetMicros, 0, 1L << 60);
    Objects.requireNonNull(refractory, "refractory");
    check("refractoryMicros", refractoryMicros, 1, 1_000_000_000L);
    Objects.requireNonNull(backgroundActivity, "backgroundActivity");
    check("backgroundActivityMicros", backgroundActivityMicros, 1, 1_000_000_000L);
    Objects.requireNonNull(ratePlace, "ratePlace");
    check("rateWindowMicros", rateWindowMicros, 1, 1_000_000_000_000L);
    check("cacheBytes", cacheBytes, 1L << 20, Long.MAX_VALUE);
    check("expiry in ms", expiry.toMillis(), 1, 1L << 50);
    check("idle in ms", idle.toMillis(), 0, 1L << 50);
  }

  private static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }

  /** With other bounds of the reorder buffer. */
  public EventStreamParameters withReorder(int packets, long micros) {
    return new EventStreamParameters(
        packets,
        micros,
        clockResetMicros,
        refractory,
        refractoryMicros,
        backgroundActivity,
        backgroundActivityMicros,
        ratePlace,
        rateWindowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /** With another bound of falling back that makes a reset of the clock. */
  public EventStreamParameters withClockReset(long micros) {
    return new EventStreamParameters(
        reorderPackets,
        reorderMicros,
        micros,
        refractory,
        refractoryMicros,
        backgroundActivity,
        backgroundActivityMicros,
        ratePlace,
        rateWindowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /** With another refractory filter. */
  public EventStreamParameters withRefractory(Refractory variant, long periodMicros) {
    return new EventStreamParameters(
        reorderPackets,
        reorderMicros,
        clockResetMicros,
        variant,
        periodMicros,
        backgroundActivity,
        backgroundActivityMicros,
        ratePlace,
        rateWindowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /** With another background activity filter. */
  public EventStreamParameters withBackgroundActivity(BackgroundActivity variant, long micros) {
    return new EventStreamParameters(
        reorderPackets,
        reorderMicros,
        clockResetMicros,
        refractory,
        refractoryMicros,
        variant,
        micros,
        ratePlace,
        rateWindowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /** With another rate meter. */
  public EventStreamParameters withRate(RatePlace place, long windowMicros) {
    return new EventStreamParameters(
        reorderPackets,
        reorderMicros,
        clockResetMicros,
        refractory,
        refractoryMicros,
        backgroundActivity,
        backgroundActivityMicros,
        place,
        windowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /** With other bounds on memory and on the machine's time. */
  public EventStreamParameters withKeeping(long cacheBytes, Duration expiry, Duration idle) {
    return new EventStreamParameters(
        reorderPackets,
        reorderMicros,
        clockResetMicros,
        refractory,
        refractoryMicros,
        backgroundActivity,
        backgroundActivityMicros,
        ratePlace,
        rateWindowMicros,
        cacheBytes,
        expiry,
        idle);
  }

  /**
   * First 16 hexadecimal digits of SHA-256 over what the outputs depend on: not the cache, the
   * expiry or the idle time, and not the numbers of what is off.
   */
  public String digest() {
    String text =
        String.join(
            ";",
            "reorder=" + reorderPackets + "," + reorderMicros,
            "clockReset=" + clockResetMicros,
            "refractory="
                + refractory
                + (refractory == Refractory.OFF ? "" : "," + refractoryMicros),
            "backgroundActivity="
                + backgroundActivity
                + (backgroundActivity == BackgroundActivity.OFF
                    ? ""
                    : "," + backgroundActivityMicros),
            "rate=" + ratePlace + (ratePlace == RatePlace.OFF ? "" : "," + rateWindowMicros));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

package org.saccade.operators.drift;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How series are watched.
 *
 * @param model the sequence memory
 * @param warmUp values from which a series' reference is learnt, 30 to 100,000
 * @param runLength values between false alarms of drift, 1 to 1e9
 * @param anomalyThreshold anomaly score from which an anomaly is told, above 0, at most 1
 * @param gapIntervals step in time, in usual intervals, that counts as a gap
 * @param clockResetMicros step back in time that counts as a reset of the clock
 * @param cacheBytes memory for the working copies of all series of one subtask, at least 1 MiB
 * @param told whether what makes the values tells of its gaps and resets itself, and gives them in
 *     order: then they are not told again, and each step back in time is a reset
 * @param expiry machine time after which a series that sent nothing is closed and forgotten
 */
public record DriftParameters(
    ModelSet model,
    int warmUp,
    double runLength,
    double anomalyThreshold,
    double gapIntervals,
    long clockResetMicros,
    long cacheBytes,
    boolean told,
    Duration expiry)
    implements Serializable {
  /** 500 values of warm-up, 10,000 between false alarms; 10 intervals; an hour; 512 MiB; 7 days. */
  public static final DriftParameters DEFAULTS =
      new DriftParameters(
          ModelSet.VALUES,
          500,
          10_000,
          0.5,
          10,
          3_600_000_000L,
          512L << 20,
          false,
          Duration.ofDays(7));

  private static final long serialVersionUID = 1L;

  private static final int MOST_MEASURED = 100;

  public DriftParameters {
    Objects.requireNonNull(model, "model");
    check("warmUp", warmUp, 30, 100_000);
    check("runLength", runLength, 1, 1e9);
    if (!(anomalyThreshold > 0 && anomalyThreshold <= 1)) {
      throw new IllegalArgumentException(
          "anomalyThreshold=" + anomalyThreshold + " must be above 0 and at most 1");
    }
    check("gapIntervals", gapIntervals, 1.5, 1e9);
    check("clockResetMicros", clockResetMicros, 0, 1L << 60);
    check("cacheBytes", cacheBytes, 1L << 20, Long.MAX_VALUE);
    check("expiry in ms", expiry.toMillis(), 1, 1L << 50);
  }

  private static void check(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }

  /** With another memory, warm-up and run length. */
  public DriftParameters with(ModelSet set, int values, double betweenAlarms) {
    return new DriftParameters(
        set,
        values,
        betweenAlarms,
        anomalyThreshold,
        gapIntervals,
        clockResetMicros,
        cacheBytes,
        told,
        expiry);
  }

  /** Of values that the same job makes of a stream of which it tells. */
  public DriftParameters ofToldStreams() {
    return new DriftParameters(
        model,
        warmUp,
        runLength,
        anomalyThreshold,
        gapIntervals,
        clockResetMicros,
        cacheBytes,
        true,
        expiry);
  }

  /** Values that are held back until their range is known. */
  int measured() {
    return Math.min(warmUp, MOST_MEASURED);
  }

  /** What the outputs depend on, as text. */
  String decisive() {
    return "model="
        + model
        + ";warmUp="
        + warmUp
        + ";runLength="
        + runLength
        + ";threshold="
        + anomalyThreshold
        + ";gap="
        + gapIntervals
        + ";clockReset="
        + clockResetMicros
        + (told ? ";told" : "");
  }
}

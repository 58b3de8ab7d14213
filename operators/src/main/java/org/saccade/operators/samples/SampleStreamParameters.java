package org.saccade.operators.samples;

import java.io.Serializable;
import java.time.Duration;
import org.saccade.operators.sequence.SequenceBounds;

/**
 * Bounds of a keyed stream of samples.
 *
 * @param reorderPackets most packets that wait for a missing one, 0 to 1024
 * @param reorderMicros most sensor time between the waiting packets
 * @param clockResetMicros how far time may fall back between two packets
 * @param cacheBytes memory for the working copies of all keys of one subtask, at least 1 MiB
 * @param expiry machine time after which a key that sent nothing is closed and forgotten
 * @param idle machine time of silence after which an {@code IDLE} record is sent; zero: never
 */
public record SampleStreamParameters(
    int reorderPackets,
    long reorderMicros,
    long clockResetMicros,
    long cacheBytes,
    Duration expiry,
    Duration idle)
    implements Serializable {
  /** 16 packets, 100 ms, 1 s, 256 MiB, 7 days, never idle. */
  public static final SampleStreamParameters DEFAULTS =
      new SampleStreamParameters(
          16, 100_000, 1_000_000, 256L << 20, Duration.ofDays(7), Duration.ZERO);

  private static final long serialVersionUID = 1L;

  public SampleStreamParameters {
    check("reorderPackets", reorderPackets, 0, 4096);
    check("reorderMicros", reorderMicros, 0, 1L << 60);
    check("clockResetMicros", clockResetMicros, 0, 1L << 60);
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

  /** Bounds of the reorder buffer, and what a reset of the clock is. */
  SequenceBounds order() {
    return new SequenceBounds(reorderPackets, reorderMicros, clockResetMicros);
  }

  /** What the outputs depend on, as text. */
  String decisive() {
    return "reorder=" + reorderPackets + "," + reorderMicros + ";clockReset=" + clockResetMicros;
  }
}

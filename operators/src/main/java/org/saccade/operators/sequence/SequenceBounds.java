package org.saccade.operators.sequence;

import java.io.Serializable;

/**
 * Bounds of a {@link SequenceTracker}.
 *
 * @param packets most packets that wait for a missing one; 0: none waits, every hole is a gap
 * @param micros most sensor time from the begin of the first waiting packet to the begin of the
 *     latest, microseconds
 * @param clockResetMicros how far a packet may begin before the end of the one before it until that
 *     is a reset of the clock, microseconds
 */
public record SequenceBounds(int packets, long micros, long clockResetMicros)
    implements Serializable {
  /** 16 packets, 100 ms, 1 s. */
  public static final SequenceBounds DEFAULTS = new SequenceBounds(16, 100_000, 1_000_000);

  public SequenceBounds {
    if (packets < 0 || micros < 0 || clockResetMicros < 0) {
      throw new IllegalArgumentException(
          String.format(
              "packets=%d, micros=%d, clockResetMicros=%d must not be negative",
              packets, micros, clockResetMicros));
    }
  }
}

package org.saccade.operators.slice;

import java.io.Serializable;
import org.saccade.operators.stage.StageParameters;

/**
 * Where slices end.
 *
 * @param micros longest slice, microseconds of sensor time, at most 10^12; 0: of any length
 * @param count most events in a slice, at most 2^31 - 1; 0: any number
 */
public record Slicing(long micros, long count) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Slicing {
    StageParameters.check("micros", micros, 0, 1_000_000_000_000L);
    StageParameters.check("count", count, 0, Integer.MAX_VALUE);
    if (micros == 0 && count == 0) {
      throw new IllegalArgumentException("micros=0 and count=0: a slice would never end");
    }
  }

  /** Both numbers, for the digest of a configuration. */
  public String text() {
    return micros + "us/" + count;
  }

  /** By time alone. */
  public static Slicing every(long micros) {
    return new Slicing(micros, 0);
  }

  /** By count alone. */
  public static Slicing of(long events) {
    return new Slicing(0, events);
  }
}

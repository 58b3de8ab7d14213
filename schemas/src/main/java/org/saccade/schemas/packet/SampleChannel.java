package org.saccade.schemas.packet;

import java.util.Objects;
import org.saccade.schemas.ChannelType;

/**
 * One channel of samples: physical = stored × scale + offset.
 *
 * @param name label, 1 to {@value #MAX_TEXT} characters
 * @param type what it measures
 * @param unit of the physical value; empty: none
 * @param scale physical units a stored unit, finite and not 0
 * @param offset physical value of stored zero, finite
 */
public record SampleChannel(
    String name, ChannelType type, String unit, double scale, double offset) {
  /** Longest name or unit, characters. */
  public static final int MAX_TEXT = 200;

  public SampleChannel {
    Objects.requireNonNull(type, "type");
    if (name.isEmpty() || name.length() > MAX_TEXT || unit.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "channel name of "
              + name.length()
              + " and unit of "
              + unit.length()
              + " characters: expected 1 to "
              + MAX_TEXT
              + " and at most "
              + MAX_TEXT);
    }
    if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(offset)) {
      throw new IllegalArgumentException(
          "channel "
              + name
              + ": scale="
              + scale
              + " and offset="
              + offset
              + " must be finite, and"
              + " the scale not 0");
    }
  }

  /** A channel whose stored values are the physical ones. */
  public static SampleChannel of(String name, ChannelType type, String unit) {
    return new SampleChannel(name, type, unit, 1, 0);
  }

  /** The physical value of a stored one. */
  public double physical(double stored) {
    return scale == 1 && offset == 0 ? stored : stored * scale + offset;
  }
}

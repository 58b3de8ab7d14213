package org.saccade.connectors.recording;

import java.util.Locale;

/**
 * How the addresses of AEDAT 1 and 2 are events: what such a recording may not say itself, and what
 * its readers disagree on.
 *
 * @param chip name of the sensor chip, such as {@code dvs128} or {@code davis346}, which decides
 *     which bits are what; null: as the header says, else DVS128
 * @param onBit value of the polarity bit that means ON: 1 as iniVation published it, 0 as jAER
 *     takes it on a DVS128
 * @param flipX whether columns are mirrored
 * @param flipY whether rows stay as the file counts them, from below; they are turned to count from
 *     the top otherwise
 */
public record AddressLayout(String chip, int onBit, boolean flipX, boolean flipY) {
  /** As iniVation published it. */
  public static final AddressLayout PUBLISHED = new AddressLayout(null, 1, false, false);

  public AddressLayout {
    if (onBit < 0 || onBit > 1) {
      throw new IllegalArgumentException("polarity bit " + onBit + " must be 0 or 1");
    }
    chip = chip == null ? null : chip.toLowerCase(Locale.ROOT);
  }
}

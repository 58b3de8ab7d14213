package org.saccade.connectors.recording.edf;

import org.saccade.schemas.packet.SampleChannel;

/**
 * The unit in which a channel is written: bounds have eight characters, so volts are written as
 * microvolts, as the format asks for, and tesla as femtotesla.
 */
final class WrittenUnit {
  private WrittenUnit() {}

  /** The same channel in that unit. */
  static SampleChannel of(SampleChannel channel) {
    return switch (channel.unit()) {
      case "V" -> times(channel, 1e6, "uV");
      case "T" -> times(channel, 1e15, "fT");
      case "T/m" -> times(channel, 1e13, "fT/cm");
      default -> channel;
    };
  }

  private static SampleChannel times(SampleChannel channel, double factor, String unit) {
    return new SampleChannel(
        channel.name(), channel.type(), unit, channel.scale() * factor, channel.offset() * factor);
  }
}

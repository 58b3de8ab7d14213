package org.saccade.connectors.recording.fif;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/** The 96 bytes of one channel. */
final class FifChannel {
  static final int BYTES = 96;
  private static final int TESLA_PER_METRE = 201;
  private static final int NAME = 80;

  private FifChannel() {}

  static SampleChannel of(ByteBuffer tag, int number) throws UnreadableRecordingException {
    int kind = tag.getInt(8);
    double scale = (double) tag.getFloat(12) * tag.getFloat(16);
    int unit = tag.getInt(72);
    byte[] bytes = new byte[BYTES - NAME];
    tag.get(NAME, bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int nul = text.indexOf('\0');
    String name = (nul < 0 ? text : text.substring(0, nul)).strip();
    try {
      return new SampleChannel(
          name.isEmpty() ? "channel " + number : name, type(kind, unit), unit(unit), scale, 0);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordingException("channel " + number + ": " + e.getMessage());
    }
  }

  private static ChannelType type(int kind, int unit) {
    return switch (kind) {
      case 1, 301 -> unit == TESLA_PER_METRE ? ChannelType.MEG_GRAD : ChannelType.MEG_MAG;
      case 2 -> ChannelType.EEG;
      case 3 -> ChannelType.STIM;
      case 202 -> ChannelType.EOG;
      case 302 -> ChannelType.EMG;
      case 402 -> ChannelType.ECG;
      default -> ChannelType.OTHER;
    };
  }

  private static String unit(int unit) {
    return switch (unit) {
      case 107 -> "V";
      case 112 -> "T";
      case TESLA_PER_METRE -> "T/m";
      default -> "";
    };
  }
}

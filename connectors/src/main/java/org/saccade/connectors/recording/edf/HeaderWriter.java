package org.saccade.connectors.recording.edf;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/** The header of a file: fields of fixed lengths, in ASCII. */
final class HeaderWriter {
  private static final Map<ChannelType, String> WORDS =
      Map.of(
          ChannelType.EEG, "EEG",
          ChannelType.EOG, "EOG",
          ChannelType.EMG, "EMG",
          ChannelType.ECG, "ECG",
          ChannelType.MEG_MAG, "MEG",
          ChannelType.LFP, "LFP",
          ChannelType.TEMPERATURE, "Temp",
          ChannelType.MOTION, "Acc",
          ChannelType.STIM, "Trigger");

  private final EdfKind kind;
  private final SampleHeader from;
  private final long records;
  private final BigDecimal seconds;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  HeaderWriter(EdfKind kind, SampleHeader from, long records, BigDecimal seconds) {
    this.kind = kind;
    this.from = from;
    this.records = records;
    this.seconds = seconds;
  }

  /**
   * @param texts samples of the annotations in a record
   * @param start Unix time in seconds; null: unknown
   */
  byte[] header(
      List<SampleChannel> channels,
      List<DigitalScale> scales,
      int[] samples,
      int texts,
      boolean discontinuous,
      Long start) {
    int n = channels.size();
    LocalDateTime time = LocalDateTime.ofEpochSecond(start == null ? 0 : start, 0, ZoneOffset.UTC);
    boolean dated = start != null && time.getYear() >= 1985 && time.getYear() <= 2084;
    LocalDateTime written = dated ? time : LocalDateTime.of(1985, 1, 1, 0, 0, 0);
    if (kind == EdfKind.BDF) {
      out.write(0xff);
      field("BIOSEMI", 7);
    } else {
      field("0", 8);
    }
    field(from.fields().getOrDefault("patient", "X X X X"), 80);
    field(from.fields().getOrDefault("recording", "Startdate " + date(dated, time) + " X X X"), 80);
    field(
        String.format(
            Locale.ROOT,
            "%02d.%02d.%02d",
            written.getDayOfMonth(),
            written.getMonthValue(),
            written.getYear() % 100),
        8);
    field(
        String.format(
            Locale.ROOT,
            "%02d.%02d.%02d",
            written.getHour(),
            written.getMinute(),
            written.getSecond()),
        8);
    field(Integer.toString(EdfHeader.BLOCK * (n + 2)), 8);
    field(kind.name() + (discontinuous ? "+D" : "+C"), 44);
    field(Long.toString(records), 8);
    field(seconds.toPlainString(), 8);
    field(Integer.toString(n + 1), 4);
    channels.forEach(c -> field(label(c), 16));
    field(kind.annotations(), 16);
    channels.forEach(c -> field("", 80));
    field("", 80);
    channels.forEach(c -> field(c.unit(), 8));
    field("", 8);
    scales.forEach(s -> field(s.physMin(), 8));
    field("-1", 8);
    scales.forEach(s -> field(s.physMax(), 8));
    field("1", 8);
    int low = -(1 << 8 * kind.width() - 1);
    scales.forEach(s -> field(Integer.toString(s.digMin()), 8));
    field(Integer.toString(low), 8);
    scales.forEach(s -> field(Integer.toString(s.digMax()), 8));
    field(Integer.toString(-low - 1), 8);
    channels.forEach(c -> field("", 80));
    field("", 80);
    for (int count : samples) {
      field(Integer.toString(count), 8);
    }
    field(Integer.toString(texts), 8);
    channels.forEach(c -> field("", 32));
    field("", 32);
    return out.toByteArray();
  }

  private static String date(boolean dated, LocalDateTime time) {
    String[] months = {
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };
    return dated
        ? String.format(
            Locale.ROOT,
            "%02d-%s-%d",
            time.getDayOfMonth(),
            months[time.getMonthValue() - 1],
            time.getYear())
        : "X";
  }

  /** The name, with the kind before it where the name alone does not tell it. */
  static String label(SampleChannel channel) {
    String word = WORDS.get(channel.type());
    return word == null || ChannelKinds.of(channel.name()) == channel.type()
        ? channel.name()
        : word + " " + channel.name();
  }

  private void field(String text, int length) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < text.length() && ascii.length() < length; i++) {
      char c = text.charAt(i);
      ascii.append(c == '\u00b5' || c == '\u03bc' ? 'u' : c < ' ' || c > '~' ? '?' : c);
    }
    byte[] bytes =
        (ascii + " ".repeat(length - ascii.length())).getBytes(StandardCharsets.US_ASCII);
    out.write(bytes, 0, length);
  }
}

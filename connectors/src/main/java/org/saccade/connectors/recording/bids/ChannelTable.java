package org.saccade.connectors.recording.bids;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/** Rows of {@code channels.tsv} by the name of the channel. */
final class ChannelTable {
  /**
   * A row.
   *
   * @param type null: not said
   * @param unit empty: not said
   */
  private record Row(ChannelType type, String unit, boolean bad) {}

  private final Map<String, Row> rows = new HashMap<>();

  private ChannelTable() {}

  static ChannelTable of(Table table) throws UnreadableRecordingException {
    ChannelTable channels = new ChannelTable();
    if (table == null) {
      return channels;
    }
    int name = table.required("name");
    for (int row = 0; row < table.rows().size(); row++) {
      channels.rows.putIfAbsent(
          table.rows().get(row)[name].strip(),
          new Row(
              type(table.field(row, table.column("type"))),
              table.field(row, table.column("units")),
              table.field(row, table.column("status")).equalsIgnoreCase("bad")));
    }
    return channels;
  }

  private static ChannelType type(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "" -> null;
      case "EEG" -> ChannelType.EEG;
      case "MEGMAG" -> ChannelType.MEG_MAG;
      case "MEGGRADAXIAL", "MEGGRADPLANAR" -> ChannelType.MEG_GRAD;
      case "EOG", "HEOG", "VEOG" -> ChannelType.EOG;
      case "ECG" -> ChannelType.ECG;
      case "EMG" -> ChannelType.EMG;
      case "SEEG", "ECOG", "DBS" -> ChannelType.LFP;
      case "TRIG" -> ChannelType.STIM;
      case "PUPIL" -> ChannelType.PUPIL;
      case "TEMP" -> ChannelType.TEMPERATURE;
      case "ACCEL", "GYRO", "MAGN" -> ChannelType.MOTION;
      default -> ChannelType.OTHER;
    };
  }

  /** The channel as the table says. */
  SampleChannel told(SampleChannel channel) {
    Row row = rows.get(channel.name());
    if (row == null) {
      return channel;
    }
    ChannelType type = row.type == null ? channel.type() : row.type;
    boolean unit = channel.unit().isEmpty() && row.unit.length() <= SampleChannel.MAX_TEXT;
    return new SampleChannel(
        channel.name(),
        row.bad ? ChannelType.OTHER : type,
        unit ? row.unit : channel.unit(),
        channel.scale(),
        channel.offset());
  }

  /** Header lines: bad channels, units that are not those of the file, channels that it has not. */
  void notes(List<SampleSignal> signals, Map<String, String> fields) {
    List<String> bad = new ArrayList<>();
    List<String> units = new ArrayList<>();
    Map<String, Row> left = new HashMap<>(rows);
    for (SampleSignal signal : signals) {
      String name = signal.channel().name();
      Row row = left.remove(name);
      if (row == null) {
        continue;
      }
      if (row.bad) {
        bad.add(name);
      }
      String unit = signal.channel().unit();
      if (!unit.isEmpty() && !row.unit.isEmpty() && !plain(unit).equals(plain(row.unit))) {
        units.add(name + ": " + row.unit + ", in the file " + unit);
      }
    }
    put("bad channels", bad, fields);
    put("units in channels.tsv", units, fields);
    put("only in channels.tsv", left.keySet().stream().sorted().toList(), fields);
  }

  private static void put(String key, List<String> values, Map<String, String> fields) {
    if (!values.isEmpty()) {
      fields.put(key, String.join("; ", values));
    }
  }

  /** One spelling of micro, and no case of the volt. */
  private static String plain(String unit) {
    String one = unit.replace('\u00b5', 'u').replace('\u03bc', 'u').strip();
    return one.endsWith("v") ? one.substring(0, one.length() - 1) + "V" : one;
  }
}

package org.saccade.connectors.recording.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.gaze.Fields;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * What the first lines of a table say.
 *
 * @param channels of the columns behind the time; empty: it is no table
 * @param time number of the column of times
 * @param micros microseconds of one unit of time
 * @param separator between columns
 * @param offset position of the first line behind the names
 * @param rate that it says; null: none
 * @param epoch Unix time of sensor time 0, microseconds; null: not said
 * @param times of the first samples, microseconds
 * @param ours whether it begins with our own line
 */
record SampleTable(
    List<SampleChannel> channels,
    int time,
    double micros,
    char separator,
    int offset,
    SampleRate rate,
    Long epoch,
    List<Long> times,
    boolean ours) {
  static final String SIGNATURE = "# saccade samples 1";

  private static final int OURS = 100;
  private static final int NAMED = 50;

  /** Longest step of a rate, microseconds: less than a millionth of a hertz is none. */
  private static final double MOST_MICROS = 1e12;

  private static final int MAX_TIMES = 200;
  private static final int MAX_CHANNELS = 10_000;
  private static final Pattern TIME =
      Pattern.compile("(?i)(time|t|timestamp)s?[ _]?[(\\[]?(us|µs|ms|s|sec|seconds)[)\\]]?");
  private static final Pattern UNIT = Pattern.compile("(.*?)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*");

  int certainty() {
    return channels.isEmpty() || times.isEmpty() && !ours ? 0 : ours ? OURS : NAMED;
  }

  static SampleTable of(Head head) {
    // A character a byte: offsets are counted in bytes, whatever the text is written in.
    String text = new String(head.bytes(), 0, head.length(), StandardCharsets.ISO_8859_1);
    boolean ours = text.startsWith(SIGNATURE);
    SampleRate rate = null;
    Long epoch = null;
    List<SampleChannel> told = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    int offset = 0;
    int i = 0;
    for (; i < lines.length - 1 && (lines[i].startsWith("#") || lines[i].isBlank()); i++) {
      String line = decoded(lines[i]).strip();
      try {
        if (line.startsWith("# rate ")) {
          rate = rate(line.substring(7));
        } else if (line.startsWith("# epoch_us ")) {
          epoch = Long.valueOf(line.substring(11).strip());
        } else if (line.startsWith("# channel ") && told.size() < MAX_CHANNELS) {
          told.add(channel(line.substring(10)));
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        return none();
      }
      offset += lines[i].length() + 1;
    }
    if (i >= lines.length - 1 || !Fields.areText(lines[i])) {
      return none();
    }
    String names = decoded(lines[i]);
    offset += lines[i].length() + 1;
    char separator = names.indexOf('\t') >= 0 ? '\t' : names.indexOf(';') >= 0 ? ';' : ',';
    List<String> columns = Fields.split(names.strip(), separator);
    boolean cat =
        columns.size() > 2 && columns.get(0).equals("sample") && columns.get(1).equals("t");
    Matcher unit = TIME.matcher(columns.get(0));
    if (!cat && !unit.matches() || columns.size() < 2 || columns.size() > MAX_CHANNELS) {
      return none();
    }
    int time = cat ? 1 : 0;
    double micros = cat ? 1 : micros(unit.group(2));
    List<SampleChannel> channels = channels(columns, time + 1, told);
    if (!ours && areEvents(columns)) {
      return none();
    }
    return new SampleTable(
        channels,
        time,
        micros,
        separator,
        offset,
        rate,
        epoch,
        times(lines, i + 1, time, micros, separator, columns.size()),
        ours);
  }

  /** The text of a line whose characters are bytes: UTF-8, or Latin-1 where it is none. */
  private static String decoded(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') >= 0 ? line : text;
  }

  private static SampleTable none() {
    return new SampleTable(List.of(), 0, 1, ',', 0, null, null, List.of(), false);
  }

  private static double micros(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "us", "µs" -> 1;
      case "ms" -> 1e3;
      default -> 1e6;
    };
  }

  private static SampleRate rate(String text) {
    String[] parts = text.strip().split("/", -1);
    return new SampleRate(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  /** {@code TYPE,UNIT,NAME}. */
  private static SampleChannel channel(String text) {
    String[] parts = text.split(",", 3);
    return SampleChannel.of(parts[2].strip(), ChannelType.valueOf(parts[0].strip()), parts[1]);
  }

  private static List<SampleChannel> channels(
      List<String> columns, int first, List<SampleChannel> told) {
    if (told.size() == columns.size() - first) {
      return List.copyOf(told);
    }
    List<SampleChannel> channels = new ArrayList<>();
    for (int c = first; c < columns.size(); c++) {
      Matcher m = UNIT.matcher(columns.get(c));
      String name = m.matches() ? m.group(1) : columns.get(c);
      String unit = m.matches() ? m.group(2) : "";
      name = name.isBlank() ? "column " + c : cut(name.strip());
      channels.add(SampleChannel.of(name, ChannelKinds.of(name), cut(unit)));
    }
    return channels;
  }

  private static String cut(String text) {
    return text.length() > SampleChannel.MAX_TEXT
        ? text.substring(0, SampleChannel.MAX_TEXT)
        : text;
  }

  /** A camera's events have these columns. */
  private static boolean areEvents(List<String> columns) {
    List<String> names = columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    return names.contains("x")
        && names.contains("y")
        && names.stream().anyMatch(n -> List.of("p", "pol", "polarity", "on").contains(n));
  }

  private static List<Long> times(
      String[] lines, int from, int time, double micros, char separator, int columns) {
    List<Long> times = new ArrayList<>();
    // The last line may be cut.
    for (int i = from; i < lines.length - 1 && times.size() < MAX_TIMES; i++) {
      List<String> fields = Fields.split(lines[i], separator);
      if (fields.size() == columns && !lines[i].startsWith("#")) {
        try {
          times.add(Fields.micros(fields.get(time), micros));
        } catch (NumberFormatException e) {
          return List.of();
        }
      }
    }
    return times;
  }

  /**
   * The header of the recording.
   *
   * @param hz the rate that was told; 0: none was
   */
  SampleHeader header(String format, double hz) throws UnreadableRecordingException {
    if (channels.isEmpty()) {
      throw new UnreadableRecordingException(
          "is no "
              + format
              + ": expected a first line that names a time with its unit and channels, such as"
              + " time_us,Fp1 [uV]");
    }
    SampleRate found = hz > 0 ? SampleRate.of(hz) : rate == null ? byTimes() : rate;
    return new SampleHeader(format, channels, found, SampleEncoding.FLOAT64, epoch, Map.of());
  }

  private SampleRate byTimes() throws UnreadableRecordingException {
    long[] steps = new long[Math.max(0, times.size() - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times.get(i + 1) - times.get(i);
    }
    long[] sorted = steps.clone();
    Arrays.sort(sorted);
    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double mean =
        Arrays.stream(steps).filter(s -> s > median / 2 && s < median * 1.5).average().orElse(0);
    if (!(mean > 0 && mean < MOST_MICROS)) {
      throw new UnreadableRecordingException(
          "its times tell no rate (" + times.size() + " samples looked at); tell it: --rate HZ");
    }
    double hz = 1e6 / mean;
    double whole = Math.rint(hz);
    return SampleRate.of(whole > 0 && Math.abs(hz - whole) < 0.002 * hz ? whole : hz);
  }
}

package org.saccade.connectors.recording.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.ChannelKinds;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.gaze.LineSource;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.packet.SampleChannel;

/**
 * What stands before the data.
 *
 * @param values of each attribute the values that it may have; null: it is a number
 * @param dataOffset position of the first line behind {@code @data}
 */
record ArffHead(
    String relation, List<SampleChannel> channels, List<List<String>> values, long dataOffset) {
  private static final int MAX_ATTRIBUTES = 10_000;
  private static final int MAX_LINES = 100_000;
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?i)@attribute\\s+('[^']*'|\"[^\"]*\"|[^\\s{]+)\\s*(.*)");

  static ArffHead read(LineSource lines) throws IOException {
    String relation = "";
    List<SampleChannel> channels = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    for (int i = 0; i < MAX_LINES; i++) {
      String raw = lines.next();
      if (raw == null) {
        break;
      }
      String line = raw.strip();
      String word = line.toLowerCase(Locale.ROOT);
      if (word.startsWith("@relation")) {
        relation = unquoted(line.substring(9).strip());
      } else if (word.startsWith("@data")) {
        if (channels.isEmpty()) {
          break;
        }
        return new ArffHead(relation, channels, values, lines.position());
      } else if (word.startsWith("@attribute")) {
        attribute(line, channels, values);
      }
    }
    throw new UnreadableRecordingException(
        "has " + channels.size() + " attributes and no @data behind them: is it cut?");
  }

  private static void attribute(
      String line, List<SampleChannel> channels, List<List<String>> values)
      throws UnreadableRecordingException {
    Matcher m = ATTRIBUTE.matcher(line);
    if (!m.matches() || channels.size() == MAX_ATTRIBUTES) {
      throw new UnreadableRecordingException(
          "attribute " + channels.size() + ": \"" + line + "\" is none, or one too many");
    }
    String name = unquoted(m.group(1));
    name = name.isEmpty() ? "attribute " + channels.size() : name;
    name =
        name.length() > SampleChannel.MAX_TEXT ? name.substring(0, SampleChannel.MAX_TEXT) : name;
    String type = m.group(2).strip();
    boolean nominal = type.startsWith("{");
    if (!nominal && !type.toLowerCase(Locale.ROOT).matches("(numeric|real|integer).*")) {
      throw new UnreadableRecordingException(
          "attribute " + name + " is " + type + ": expected numeric, real, integer or {…}");
    }
    channels.add(SampleChannel.of(name, nominal ? ChannelType.STIM : ChannelKinds.of(name), ""));
    values.add(nominal ? nominal(type) : null);
  }

  private static List<String> nominal(String type) {
    int end = type.lastIndexOf('}');
    List<String> all = new ArrayList<>();
    for (String value : type.substring(1, end < 0 ? type.length() : end).split(",", -1)) {
      all.add(unquoted(value.strip()));
    }
    return all;
  }

  static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '\'' || text.charAt(0) == '"')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}

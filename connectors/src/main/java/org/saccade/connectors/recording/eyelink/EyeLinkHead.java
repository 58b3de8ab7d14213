package org.saccade.connectors.recording.eyelink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.gaze.Fields;
import org.saccade.connectors.recording.gaze.LineSource;

/**
 * What the lines before the first sample say.
 *
 * @param eyes {@code left}, {@code right}, or both in this order; null: no SAMPLES line
 * @param kind what the positions are: {@code GAZE}, {@code HREF} or {@code PUPIL}
 * @param rate samples a second; 0: not said
 * @param started whether a START line came
 * @param fields of the header lines: {@code **} lines and GAZE_COORDS
 */
record EyeLinkHead(
    List<String> eyes, String kind, double rate, boolean started, Map<String, String> fields) {
  /** Header lines that are kept. */
  private static final int MAX_FIELDS = 256;

  /** Lines before the first block: calibrations are long. */
  private static final int MAX_LINES = 200_000;

  boolean gaze() {
    return kind.equals("GAZE");
  }

  static EyeLinkHead of(Head head) {
    try (LineSource lines = new LineSource(new ByteArrayInputStream(head.bytes()), 0)) {
      return of(lines);
    } catch (IOException e) {
      throw new AssertionError("an array can be read", e);
    }
  }

  static EyeLinkHead read(Path path) throws IOException {
    try (LineSource lines = new LineSource(Files.newInputStream(path), 0)) {
      return of(lines);
    }
  }

  private static EyeLinkHead of(LineSource lines) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    boolean started = false;
    for (int i = 0; i < MAX_LINES; i++) {
      String line = lines.next();
      if (line == null) {
        break;
      }
      if (line.startsWith("** ") && line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        if (fields.size() < MAX_FIELDS) {
          fields.putIfAbsent(line.substring(3, colon).strip(), line.substring(colon + 1).strip());
        }
      }
      if (line.startsWith("MSG") && line.contains("GAZE_COORDS")) {
        fields.put("GAZE_COORDS", line.substring(line.indexOf("GAZE_COORDS") + 11).strip());
      }
      started |= line.startsWith("START");
      if (line.startsWith("SAMPLES")) {
        return samples(Fields.split(line, ' '), started, fields);
      }
    }
    return new EyeLinkHead(null, "", 0, started, fields);
  }

  /** {@code SAMPLES GAZE LEFT RIGHT RATE 500.00 TRACKING CR FILTER 2}. */
  private static EyeLinkHead samples(
      List<String> words, boolean started, Map<String, String> fields) {
    List<String> eyes =
        words.contains("LEFT")
            ? words.contains("RIGHT") ? List.of("left", "right") : List.of("left")
            : words.contains("RIGHT") ? List.of("right") : null;
    return new EyeLinkHead(
        eyes, words.size() > 1 ? words.get(1) : "", rate(words), started, fields);
  }

  /** What follows the word RATE; 0 where nothing usable does. */
  static double rate(List<String> words) {
    int at = words.indexOf("RATE");
    try {
      double rate = at < 0 || at + 1 == words.size() ? 0 : Fields.number(words.get(at + 1));
      return rate > 0 && rate <= 1e6 ? rate : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

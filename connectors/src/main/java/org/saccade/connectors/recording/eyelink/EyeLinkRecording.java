package org.saccade.connectors.recording.eyelink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.recording.gaze.Fields;
import org.saccade.connectors.recording.gaze.LineRecording;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** The lines of one ASC file: samples of the eyes in its head, events of the tracker as markers. */
final class EyeLinkRecording extends LineRecording {
  private static final double MILLIS = 1e3;
  private static final Map<String, String> ENDS =
      Map.of("EFIX", "fixation", "ESACC", "saccade", "EBLINK", "blink");

  private final EyeLinkHead head;
  private final GazeOptions options;
  private final boolean toDegrees;

  /** Eyes of the block that the lines are in: a block may record one of them only. */
  private List<String> eyes;

  EyeLinkRecording(Path path, EyeLinkHead head, GazeOptions options) throws IOException {
    super(path, 0, header(head, options));
    this.head = head;
    this.options = options;
    toDegrees = options.screen() != null;
    eyes = head.eyes();
  }

  private static SampleHeader header(EyeLinkHead head, GazeOptions options)
      throws UnreadableRecordingException {
    String unit =
        options.unit() == GazeOptions.Unit.DEGREES || options.screen() != null
            ? "deg"
            : head.gaze() ? "px" : head.kind().toLowerCase(Locale.ROOT);
    List<SampleChannel> channels = new ArrayList<>();
    for (String eye : head.eyes()) {
      channels.add(SampleChannel.of("x_" + eye, ChannelType.GAZE_X, unit));
      channels.add(SampleChannel.of("y_" + eye, ChannelType.GAZE_Y, unit));
      channels.add(SampleChannel.of("pupil_" + eye, ChannelType.PUPIL, ""));
    }
    double rate = options.rate() > 0 ? options.rate() : head.rate();
    if (rate == 0) {
      throw new UnreadableRecordingException("its SAMPLES line says no RATE; tell it: --rate HZ");
    }
    return new SampleHeader(
        "eyelink", channels, SampleRate.of(rate), SampleEncoding.FLOAT64, null, head.fields());
  }

  @Override
  protected long line(String line, double[] values) {
    if (line.isEmpty()) {
      return NO_SAMPLE;
    }
    char first = line.charAt(0);
    if (first >= '0' && first <= '9' || first == '-') {
      return sample(Fields.split(line, ' '), values);
    }
    List<String> words = Fields.split(line, ' ');
    if (words.isEmpty()) {
      return NO_SAMPLE;
    }
    switch (words.get(0)) {
      case "START", "END" -> breakHere();
      case "SAMPLES" -> block(words);
      case "MSG" -> message(line, words);
      case "EFIX", "ESACC", "EBLINK" -> ended(words);
      default -> {
        // Inputs, prescalers, starts of what ends later, comments.
      }
    }
    return NO_SAMPLE;
  }

  private void block(List<String> words) {
    List<String> seen = new ArrayList<>();
    if (words.contains("LEFT")) {
      seen.add("left");
    }
    if (words.contains("RIGHT")) {
      seen.add("right");
    }
    eyes = seen;
    breakHere();
  }

  private long sample(List<String> fields, double[] values) {
    long micros = Fields.micros(fields.get(0), MILLIS);
    if (fields.size() < 1 + 3 * eyes.size()) {
      throw new NumberFormatException("too few fields");
    }
    java.util.Arrays.fill(values, Double.NaN);
    for (int e = 0; e < eyes.size(); e++) {
      int to = 3 * head.eyes().indexOf(eyes.get(e));
      if (to < 0) {
        continue; // an eye that the first block did not have
      }
      double x = Fields.position(fields.get(1 + 3 * e));
      double y = Fields.position(fields.get(2 + 3 * e));
      values[to] = toDegrees ? options.screen().degreesX(x) : x;
      values[to + 1] = toDegrees ? options.screen().degreesY(y) : y;
      values[to + 2] = Fields.position(fields.get(3 + 3 * e));
    }
    return micros;
  }

  private void message(String line, List<String> words) {
    if (words.size() < 2) {
      throw new NumberFormatException("a message without a time");
    }
    int text = line.indexOf(words.get(1)) + words.get(1).length();
    marker(Fields.micros(words.get(1), MILLIS), 0, line.substring(text).strip());
  }

  /** {@code EFIX L start end duration …}: the end is the last sample of it. */
  private void ended(List<String> words) {
    if (words.size() < 4) {
      throw new NumberFormatException("an event without times");
    }
    long start = Fields.micros(words.get(2), MILLIS);
    long end = Fields.micros(words.get(3), MILLIS);
    String eye = words.get(1).equals("L") ? "left" : words.get(1).equals("R") ? "right" : "both";
    marker(start, Math.max(0, end - start), ENDS.get(words.get(0)) + " " + eye);
  }
}

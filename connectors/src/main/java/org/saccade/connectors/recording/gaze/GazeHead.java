package org.saccade.connectors.recording.gaze;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.GazeOptions;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.packet.SampleRate;

/**
 * What the first lines of a table of gaze say.
 *
 * @param columns which column is what; null: it is none
 * @param separator between columns
 * @param dataOffset position of the first line of samples
 * @param micros times of the first samples, microseconds
 * @param even share of them that come one period after the one before, 0 to 1
 */
record GazeHead(
    GazeColumns columns, char separator, int dataOffset, List<Long> micros, double even) {
  private static final int MAX_LINES = 500;

  /** A rate so near to a whole number of hertz is that number: times are rounded. */
  private static final double NEAR = 0.002;

  private static final GazeHead NONE = new GazeHead(null, ' ', 0, List.of(), 0);

  /** A table whose first line names its columns. */
  static GazeHead named(Head head) {
    String text = text(head);
    int offset = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    int end = text.indexOf('\n', offset);
    while (end > 0 && (text.startsWith("#", offset) || text.substring(offset, end).isBlank())) {
      offset = end + 1;
      end = text.indexOf('\n', offset);
    }
    if (end < 0 || end - offset > LineSource.MAX_LINE_BYTES) {
      return NONE;
    }
    String names = text.substring(offset, end);
    if (!Fields.areText(names)) {
      return NONE;
    }
    char separator = names.indexOf('\t') >= 0 ? '\t' : names.indexOf(';') >= 0 ? ';' : ',';
    GazeColumns columns = GazeColumns.named(Fields.split(names, separator));
    return columns == null ? NONE : sampled(head, text, columns, separator, end + 1);
  }

  /** Lines of five numbers and nothing else. */
  static GazeHead published(Head head) {
    GazeHead found = sampled(head, text(head), GazeColumns.published(), ' ', 0);
    return found.micros.size() >= 4 && found.even > 0.9 ? found : NONE;
  }

  private static String text(Head head) {
    return new String(head.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static GazeHead sampled(
      Head head, String text, GazeColumns columns, char separator, int data) {
    List<Long> micros = new ArrayList<>();
    int from = data;
    for (int i = 0; i < MAX_LINES && from < text.length(); i++) {
      int end = text.indexOf('\n', from);
      if (end < 0 && !head.complete()) {
        break;
      }
      boolean cut = end < 0;
      end = cut ? text.length() : end;
      String line = text.substring(from, end);
      from = end + 1;
      if (line.isBlank()) {
        continue;
      }
      List<String> fields = Fields.split(line, separator);
      try {
        if (separator == ' ' && !areGaze(fields)) {
          if (cut) {
            break; // a last line without its end is no witness against those before
          }
          return NONE;
        }
        micros.add(Fields.micros(fields.get(columns.time()), columns.timeMicros()));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        if (separator == ' ' && !cut) {
          return NONE;
        }
      }
    }
    return new GazeHead(columns, separator, data, micros, even(micros));
  }

  /** Five numbers; a camera's events have whole coordinates, gaze has decimals. */
  private static boolean areGaze(List<String> fields) {
    if (fields.size() != 5) {
      return false;
    }
    boolean decimals = false;
    for (int i = 1; i < 5; i++) {
      double value = Fields.position(fields.get(i));
      decimals |= fields.get(i).indexOf('.') >= 0 || Double.isNaN(value);
    }
    return decimals;
  }

  private static long[] steps(List<Long> micros) {
    long[] steps = new long[Math.max(0, micros.size() - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = micros.get(i + 1) - micros.get(i);
    }
    return steps;
  }

  private static double median(long[] steps) {
    long[] sorted = steps.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double even(List<Long> micros) {
    long[] steps = steps(micros);
    double period = median(steps);
    long even = Arrays.stream(steps).filter(s -> s > period / 2 && s < period * 1.5).count();
    return steps.length == 0 ? 0 : (double) even / steps.length;
  }

  /** The told rate, else that of the times. */
  SampleRate rate(GazeOptions options) throws UnreadableRecordingException {
    if (options.rate() > 0) {
      return SampleRate.of(options.rate());
    }
    long[] steps = steps(micros);
    double period = median(steps);
    double mean =
        Arrays.stream(steps).filter(s -> s > period / 2 && s < period * 1.5).average().orElse(0);
    if (!(mean > 0)) {
      throw new UnreadableRecordingException(
          "its times tell no rate (" + micros.size() + " samples looked at); tell it: --rate HZ");
    }
    double hz = 1e6 / mean;
    double whole = Math.rint(hz);
    return SampleRate.of(whole > 0 && Math.abs(hz - whole) < NEAR * hz ? whole : hz);
  }
}

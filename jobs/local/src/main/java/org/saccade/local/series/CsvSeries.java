package org.saccade.local.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * A series as text: a header line {@code timestamp,value}, then a line a record. The timestamp is
 * ISO 8601 without a zone, the date and the time apart by a blank or a T, or a whole number of
 * microseconds. A value that cannot be read is no number (NaN).
 *
 * @param timestamps as they stand in the file
 * @param epochMicros the same, microseconds
 * @param texts values as they stand in the file
 * @param values the same as numbers
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record CsvSeries(
    List<String> timestamps, long[] epochMicros, List<String> texts, double[] values) {

  /** Reads a file. */
  public static CsvSeries read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).strip().equals("timestamp,value")) {
      throw new UnreadableRecordingException(
          file
              + ": line 1 is '"
              + (lines.isEmpty() ? "" : lines.get(0))
              + "', expected the header timestamp,value");
    }
    List<String> timestamps = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    long[] times = new long[lines.size() - 1];
    double[] values = new double[lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String[] fields = line.split(",", -1);
      if (fields.length != 2) {
        throw new UnreadableRecordingException(
            file + ": line " + (i + 1) + " has " + fields.length + " fields, expected 2");
      }
      int n = timestamps.size();
      times[n] = micros(file, i + 1, fields[0].strip());
      values[n] = number(fields[1]);
      timestamps.add(fields[0].strip());
      texts.add(fields[1].strip());
    }
    return new CsvSeries(timestamps, times, texts, values);
  }

  private static long micros(Path file, int line, String text) throws UnreadableRecordingException {
    try {
      if (text.matches("-?\\d{1,18}")) {
        return Long.parseLong(text);
      }
      LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
      return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
    } catch (DateTimeException e) {
      throw new UnreadableRecordingException(
          file
              + ": line "
              + line
              + " has the timestamp '"
              + text
              + "', expected YYYY-MM-DD HH:MM:SS or microseconds");
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Number of records. */
  public int size() {
    return timestamps.size();
  }

  /** Least and greatest of the values that are numbers; NaN where none is. */
  public double[] range() {
    double min = Double.NaN;
    double max = Double.NaN;
    for (int i = 0; i < size(); i++) {
      if (Double.isFinite(values[i])) {
        min = min <= values[i] ? min : values[i];
        max = max >= values[i] ? max : values[i];
      }
    }
    return new double[] {min, max};
  }
}

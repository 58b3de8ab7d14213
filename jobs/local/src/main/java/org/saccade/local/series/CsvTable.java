package org.saccade.local.series;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * Records of one or more values as text: a header line {@code timestamp,NAME…}, then a line a
 * record. The timestamp is ISO 8601 without a zone, the date and the time apart by a blank or a T,
 * or a whole number of microseconds. A value that cannot be read is no number (NaN).
 *
 * @param names of the columns behind the timestamp; a name that comes again has its number behind
 *     it: {@code value,value_2}
 * @param timestamps as they stand in the file
 * @param epochMicros the same, microseconds
 * @param texts values as they stand in the file, a row a record
 * @param values the same as numbers, a row a column
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
public record CsvTable(
    List<String> names,
    List<String> timestamps,
    long[] epochMicros,
    List<String[]> texts,
    double[][] values) {
  private static final String TIMESTAMP = "timestamp";

  /** Reads a file. */
  public static CsvTable read(Path file) throws IOException {
    List<String> lines = lines(file);
    List<String> names = names(file, lines.isEmpty() ? "" : lines.get(0));
    List<String> timestamps = new ArrayList<>();
    List<String[]> texts = new ArrayList<>();
    long[] times = new long[lines.size()];
    double[][] values = new double[names.size()][lines.size()];
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String[] fields = line.split(",", -1);
      if (fields.length != 1 + names.size()) {
        throw new UnreadableRecordingException(
            file
                + ": line "
                + (i + 1)
                + " has "
                + fields.length
                + " fields, expected "
                + (1 + names.size()));
      }
      int n = timestamps.size();
      times[n] = micros(file, i + 1, fields[0].strip());
      String[] own = new String[names.size()];
      for (int k = 0; k < own.length; k++) {
        own[k] = fields[1 + k].strip();
        values[k][n] = number(own[k]);
      }
      timestamps.add(fields[0].strip());
      texts.add(own);
    }
    return new CsvTable(names, timestamps, times, texts, values);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new UnreadableRecordingException(
          file + ": is no UTF-8 text, expected CSV with the header timestamp,value");
    }
  }

  private static List<String> names(Path file, String header) throws UnreadableRecordingException {
    String[] fields = header.strip().split(",", -1);
    if (fields.length < 2 || !fields[0].strip().equals(TIMESTAMP)) {
      throw new UnreadableRecordingException(
          file + ": line 1 is '" + header + "', expected the header timestamp,value");
    }
    List<String> names = new ArrayList<>();
    for (int k = 1; k < fields.length; k++) {
      String name = fields[k].strip().isEmpty() ? "value" : fields[k].strip();
      String unique = name;
      for (int n = 2; names.contains(unique); n++) {
        unique = name + "_" + n;
      }
      names.add(unique);
    }
    return List.copyOf(names);
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
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Number of records. */
  public int size() {
    return timestamps.size();
  }

  /** Difference of a column's values from which they count as different; 1 where none is usable. */
  public double resolution(int column) {
    double[] usable =
        Arrays.stream(values[column], 0, size()).filter(SeriesDetector::usable).toArray();
    return usable.length == 0 ? 1 : SeriesParameters.wholeResolution(usable, usable.length);
  }
}

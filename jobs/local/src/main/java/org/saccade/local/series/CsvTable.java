package org.saccade.local.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * Records of one or more values as text: a header line {@code timestamp,NAME…}, then a line a
 * record, in any of the forms of {@link CsvText} and {@link CsvTimes}. A value that cannot be read
 * is no number (NaN). Where fields are not apart by a comma, a number may have one for its point.
 *
 * <p>The column of times is the first that is called {@code timestamp}, {@code datetime}, {@code
 * date}, {@code time}, {@code ds} or {@code ts}, wherever it stands; a file whose first line is a
 * record has no header. Columns at the end that have neither name nor value are none, and so is a
 * column without a name before the times: there programs write the number of the row.
 *
 * @param names of the columns of values; a name that comes again has its number behind it: {@code
 *     value,value_2}
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
  private static final List<String> TIMESTAMP =
      List.of("timestamp", "datetime", "date_time", "date time", "date", "time", "ds", "ts");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Reads a file. */
  public static CsvTable read(Path file) throws IOException {
    CsvText text = CsvText.read(file);
    boolean headless = headless(text.rows());
    List<String> header = header(text.rows(), headless);
    int time = headless ? 0 : timeColumn(file, header);
    List<String[]> rows = text.rows().subList(headless ? 0 : 1, text.rows().size());
    int from = headless ? 0 : 1;
    int width = width(header, rows, time);
    int[] columns =
        IntStream.range(0, width)
            .filter(k -> k > time || k < time && !header.get(k).isEmpty())
            .toArray();
    if (columns.length == 0) {
      throw new UnreadableRecordingException(file + ": has no column of values");
    }
    List<String> timestamps = new ArrayList<>();
    List<String[]> texts = new ArrayList<>();
    double[][] values = new double[columns.length][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      String[] row = row(file, text.lines().get(from + i), rows.get(i), header.size(), width);
      timestamps.add(row[time]);
      texts.add(Arrays.stream(columns).mapToObj(k -> row[k]).toArray(String[]::new));
      for (int k = 0; k < columns.length; k++) {
        values[k][i] = number(row[columns[k]], text.separator() != ',');
      }
    }
    long[] times = new long[rows.size()];
    CsvTimes known = new CsvTimes(timestamps);
    for (int i = 0; i < times.length; i++) {
      times[i] = micros(file, text.lines().get(from + i), known, timestamps.get(i));
    }
    return new CsvTable(names(header, columns), timestamps, times, texts, values);
  }

  /**
   * Looks whether a file begins like one.
   *
   * @throws UnreadableRecordingException if it does not
   */
  public static void check(Path file) throws IOException {
    List<String[]> rows = CsvText.head(file).rows();
    if (!headless(rows)) {
      timeColumn(file, header(rows, false));
    }
  }

  private static boolean headless(List<String[]> rows) {
    if (rows.isEmpty() || rows.get(0).length < 2 || !CsvTimes.looksLikeOne(rows.get(0)[0])) {
      return false;
    }
    return Arrays.stream(rows.get(0)).skip(1).anyMatch(field -> !Double.isNaN(number(field, true)));
  }

  private static List<String> header(List<String[]> rows, boolean headless) {
    if (rows.isEmpty()) {
      return List.of("");
    }
    return headless ? Collections.nCopies(rows.get(0).length, "") : List.of(rows.get(0));
  }

  private static int timeColumn(Path file, List<String> header)
      throws UnreadableRecordingException {
    List<String> lower = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    int column =
        TIMESTAMP.stream().mapToInt(lower::indexOf).filter(k -> k >= 0).findFirst().orElse(-1);
    if (column < 0 || header.size() < 2) {
      String line = String.join(",", header);
      throw new UnreadableRecordingException(
          file
              + ": line 1 is '"
              + line.substring(0, Math.min(60, line.length()))
              + "', expected the header timestamp,value");
    }
    return column;
  }

  /** Columns of the header, less those at its end of which there is nothing. */
  private static int width(List<String> header, List<String[]> rows, int time) {
    int width = header.size();
    while (width > Math.max(2, time + 1) && header.get(width - 1).isEmpty()) {
      int last = width - 1;
      if (rows.stream().anyMatch(row -> row.length > last && !row[last].isEmpty())) {
        break;
      }
      width--;
    }
    return width;
  }

  private static String[] row(Path file, int line, String[] row, int headers, int width)
      throws UnreadableRecordingException {
    int fields = row.length;
    while (fields > width && row[fields - 1].isEmpty()) {
      fields--;
    }
    if (fields != width && (row.length != headers || fields > width)) {
      throw new UnreadableRecordingException(
          file + ": line " + line + " has " + row.length + " fields, expected " + width);
    }
    return row;
  }

  private static List<String> names(List<String> header, int[] columns) {
    List<String> names = new ArrayList<>();
    for (int k : columns) {
      String name = header.get(k).isEmpty() ? "value" : header.get(k);
      String unique = name;
      for (int n = 2; names.contains(unique); n++) {
        unique = name + "_" + n;
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }

  private static long micros(Path file, int line, CsvTimes times, String text)
      throws UnreadableRecordingException {
    try {
      return times.micros(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableRecordingException(
          file
              + ": line "
              + line
              + " has the timestamp '"
              + text
              + "', expected YYYY-MM-DD HH:MM:SS, microseconds, or seconds with a point");
    }
  }

  /** Words that other programs have for infinity are read too; all else is no number. */
  private static double number(String text, boolean commaIsPoint) {
    String plain = commaIsPoint && text.indexOf('.') < 0 ? text.replaceFirst(",", ".") : text;
    if (NUMBER.matcher(plain).matches()) {
      return Double.parseDouble(plain);
    }
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
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

package org.saccade.connectors.recording.bids;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * A table of tab-separated values; {@code n/a} is none.
 *
 * @param file where it is
 * @param columns their names
 * @param rows fields by row; the line of a row is in {@code lines}
 * @param lines numbers of the rows' lines, from 1
 */
record Table(Path file, List<String> columns, List<String[]> rows, List<Integer> lines) {
  /** Longest table. */
  private static final long MAX_BYTES = 1 << 26;

  static Table read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new UnreadableRecordingException(
          file + ": has " + Files.size(file) + " bytes; expected at most " + MAX_BYTES);
    }
    List<String[]> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<String> columns = List.of();
    try (InputStream bytes = Files.newInputStream(file);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (number == 1) {
          columns = Arrays.stream(text.split("\t", -1)).map(String::strip).toList();
        } else if (!text.isBlank()) {
          String[] fields = text.split("\t", -1);
          if (fields.length != columns.size()) {
            throw new UnreadableRecordingException(
                file
                    + ": line "
                    + number
                    + ": has "
                    + fields.length
                    + " fields, its first line "
                    + columns.size());
          }
          rows.add(fields);
          lines.add(number);
        }
      }
    }
    return new Table(file, columns, rows, lines);
  }

  /** Number of a column; -1: there is none. */
  int column(String name) {
    return columns.indexOf(name);
  }

  /**
   * Number of a column.
   *
   * @throws UnreadableRecordingException if there is none
   */
  int required(String name) throws UnreadableRecordingException {
    if (column(name) < 0) {
      throw new UnreadableRecordingException(file + ": line 1: has no column " + name);
    }
    return column(name);
  }

  /** A field; empty where it is {@code n/a} or there is no such column. */
  String field(int row, int column) {
    String text = column < 0 ? "" : rows.get(row)[column].strip();
    return text.equalsIgnoreCase("n/a") ? "" : text;
  }

  /**
   * A number; {@code otherwise} where there is none.
   *
   * @throws UnreadableRecordingException naming the line if it is none, or not finite
   */
  double number(int row, int column, double otherwise) throws UnreadableRecordingException {
    String text = field(row, column);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) < 1e12) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as one that is too large.
    }
    throw new UnreadableRecordingException(
        file
            + ": line "
            + lines.get(row)
            + ": "
            + columns.get(column)
            + " is \""
            + text.substring(0, Math.min(40, text.length())).replaceAll("[^ -~]", "?")
            + "\", expected a number or n/a");
  }
}

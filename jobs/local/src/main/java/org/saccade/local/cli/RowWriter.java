package org.saccade.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rows of named columns as CSV or as a JSON object a line; nothing is allocated a number. */
final class RowWriter {
  private final CsvOut out;
  private final boolean json;

  /** What stands before each value: a comma, or the key and its punctuation. */
  private final byte[][] before;

  private final byte[] end;
  private int column;

  /**
   * @param columns names, separated by commas: the header of the CSV
   */
  RowWriter(CsvOut out, boolean json, String columns) throws IOException {
    this.out = out;
    this.json = json;
    String[] names = columns.split(",");
    before = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      String text = json ? (i == 0 ? "{\"" : ",\"") + names[i] + "\":" : i == 0 ? "" : ",";
      before[i] = text.getBytes(StandardCharsets.UTF_8);
    }
    end = (json ? "}\n" : "\n").getBytes(StandardCharsets.UTF_8);
    if (!json) {
      out.text(columns).put('\n');
    }
  }

  RowWriter number(long value) throws IOException {
    out.bytes(before[column++]).number(value);
    return this;
  }

  /** A number in the fewest digits that tell it; NaN is an empty field, in JSON null. */
  RowWriter real(float value) throws IOException {
    out.bytes(before[column++]);
    if (Float.isFinite(value)) {
      out.text(Float.toString(value));
    } else {
      out.text(json ? "null" : Float.isNaN(value) ? "" : Float.toString(value));
    }
    return this;
  }

  /** A text without quotes, commas and line ends. */
  RowWriter word(String value) throws IOException {
    out.bytes(before[column++]).text(json ? "\"" + value + "\"" : value);
    return this;
  }

  void end() throws IOException {
    out.bytes(end);
    column = 0;
  }
}

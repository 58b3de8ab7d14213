package org.saccade.connectors.recording.gaze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fields of a line, and the numbers in them. */
public final class Fields {
  private Fields() {}

  /** Whether a line is text: without the control characters that bytes of another kind have. */
  public static boolean areText(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\t' || c == '\r');
  }

  /**
   * The fields of a line.
   *
   * @param separator between them; {@code ' '}: spaces and tabs, any number
   */
  public static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int i = 0;
    int n = line.length();
    if (separator != ' ') {
      for (int next = line.indexOf(separator); next >= 0; next = line.indexOf(separator, i)) {
        fields.add(unquoted(line.substring(i, next)));
        i = next + 1;
      }
      fields.add(unquoted(line.substring(i)));
      return fields;
    }
    while (i < n) {
      while (i < n && isBlank(line.charAt(i))) {
        i++;
      }
      int start = i;
      while (i < n && !isBlank(line.charAt(i))) {
        i++;
      }
      if (i > start) {
        fields.add(line.substring(start, i));
      }
    }
    return fields;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static String unquoted(String field) {
    String f = field.strip();
    boolean quoted = f.length() >= 2 && f.startsWith("\"") && f.endsWith("\"");
    return quoted ? f.substring(1, f.length() - 1).strip() : f;
  }

  /**
   * A position: NaN where the field is empty, {@code .}, {@code NaN} or {@code NA}, as trackers
   * write an eye that they do not see.
   *
   * @throws NumberFormatException if it is no number either
   */
  public static double position(String field) {
    switch (field.toLowerCase(Locale.ROOT)) {
      case "", ".", "nan", "na", "null", "none":
        return Double.NaN;
      default:
        double value = number(field);
        return Double.isFinite(value) ? value : Double.NaN;
    }
  }

  /**
   * A number as people write them.
   *
   * @throws NumberFormatException if it is none
   */
  public static double number(String field) {
    if (field.isEmpty() || "+-.0123456789".indexOf(field.charAt(0)) < 0) {
      throw new NumberFormatException(field);
    }
    char last = field.charAt(field.length() - 1);
    if (last != '.' && !Character.isDigit(last)) {
      throw new NumberFormatException(field); // Java would take 1f and 1d
    }
    return Double.parseDouble(field);
  }

  /**
   * A time as whole microseconds.
   *
   * @param unitMicros microseconds of one unit
   * @throws NumberFormatException if it is no number, or beyond 2^53 µs
   */
  public static long micros(String field, double unitMicros) {
    double micros = Math.rint(number(field) * unitMicros);
    if (!(Math.abs(micros) < 0x1p53)) {
      throw new NumberFormatException(field);
    }
    return (long) micros;
  }
}

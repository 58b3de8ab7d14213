package org.saccade.connectors.recording.text;

import java.nio.charset.StandardCharsets;
import org.saccade.connectors.recording.TextLayout;

/**
 * Parses one line at a time; what it found stands in {@link #t}, {@link #x}, {@link #y}, {@link
 * #p}. Nothing is allocated.
 */
final class LineParser {
  /** What a line is. */
  enum Line {
    EVENT,
    /** Blank, or a comment. */
    NOTHING,
    /** Neither an event nor nothing. */
    BAD,
    /** An event whose polarity is a number, but neither 1, 0 nor -1. */
    BAD_POLARITY
  }

  /** Bound of times, microseconds: differences of two never overflow. */
  static final long MAX_TIME = 1L << 60;

  static final int MAX_COLUMN = (1 << 16) - 1;
  static final int MAX_ROW = (1 << 15) - 1;

  private static final int NOT_A_WORD = -1;
  private static final int BAD_NUMBER = 2;

  private final DecimalNumber number = new DecimalNumber();
  private final byte[] columns;
  private final int unitExponent;
  private final byte separator;

  long t;
  int x;
  int y;
  int p;

  /** Whether the time of the last line had a decimal point. */
  boolean fraction;

  /** A parser of a layout whose columns and separator are known. */
  LineParser(TextLayout layout) {
    columns = layout.columns().getBytes(StandardCharsets.US_ASCII);
    unitExponent = layout.unit().microsExponent();
    separator = (byte) layout.separator();
  }

  /** Parses {@code bytes[from, to)}, a line without its end. */
  Line parse(byte[] bytes, int from, int to) {
    int i = skipBlanks(bytes, from, to);
    int end = to;
    while (end > i && isBlank(bytes[end - 1])) {
      end--;
    }
    if (i == end || isComment(bytes, i, end)) {
      return Line.NOTHING;
    }
    boolean polarityFits = true;
    for (byte column : columns) {
      if (i > end || i == end && separator == ' ') {
        return Line.BAD;
      }
      int stop = tokenEnd(bytes, i, end);
      int last = stop;
      while (last > i && isBlank(bytes[last - 1])) {
        last--;
      }
      if (column == 'p') {
        p = polarity(bytes, i, last);
        if (p == NOT_A_WORD) {
          return Line.BAD;
        }
        polarityFits = p != BAD_NUMBER;
      } else if (column != '-' && !parseNumber(column, bytes, i, last)) {
        return Line.BAD;
      }
      i = skipBlanks(bytes, separator == ' ' ? stop : stop + 1, end);
    }
    // Nothing may follow, but a separator at the end of the line.
    return i < end ? Line.BAD : polarityFits ? Line.EVENT : Line.BAD_POLARITY;
  }

  private boolean parseNumber(byte column, byte[] bytes, int from, int to) {
    if (!number.parse(bytes, from, to)) {
      return false;
    }
    if (column == 't') {
      fraction = number.hasFraction();
      t = number.scaled(unitExponent, MAX_TIME);
      return t != DecimalNumber.TOO_LARGE;
    }
    long value = number.whole(MAX_COLUMN);
    if (value < 0 || column == 'y' && value > MAX_ROW) {
      return false;
    }
    if (column == 'x') {
      x = (int) value;
    } else {
      y = (int) value;
    }
    return true;
  }

  private int polarity(byte[] bytes, int from, int to) {
    if (DecimalNumber.startsNumber(bytes, from, to)) {
      if (!number.parse(bytes, from, to)) {
        return NOT_A_WORD;
      }
      long value = number.whole(1);
      return value == 1 ? 1 : value == 0 || value == -1 ? 0 : BAD_NUMBER;
    }
    if (isWord(bytes, from, to, "true") || isWord(bytes, from, to, "on")) {
      return 1;
    }
    boolean off = isWord(bytes, from, to, "false") || isWord(bytes, from, to, "off");
    return off ? 0 : NOT_A_WORD;
  }

  private int tokenEnd(byte[] bytes, int from, int end) {
    int i = from;
    if (separator == ' ') {
      while (i < end && !isBlank(bytes[i])) {
        i++;
      }
    } else {
      while (i < end && bytes[i] != separator) {
        i++;
      }
    }
    return i;
  }

  private static boolean isWord(byte[] bytes, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((bytes[i] | 0x20) != word.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  static boolean isComment(byte[] bytes, int from, int to) {
    byte b = bytes[from];
    return b == '#' || b == '%' || b == '/' && from + 1 < to && bytes[from + 1] == '/';
  }

  private int skipBlanks(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isBlank(bytes[i]) && bytes[i] != separator) {
      i++;
    }
    if (separator == ' ') {
      while (i < to && isBlank(bytes[i])) {
        i++;
      }
    }
    return i;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}

package org.saccade.connectors.recording.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.TextLayout;

/**
 * What the first lines of a text say of its layout.
 *
 * @param layout columns, unit and separator, none of them a guess any more
 * @param dataOffset position behind a byte order mark, and behind the lines that name the columns
 *     or the geometry
 * @param width columns of the sensor, 0 where no line says
 * @param height rows of the sensor, 0 where no line says
 * @param percentEvents share of the lines looked at that are events in that layout; -1: no text
 * @param events how many of the lines looked at are events
 */
record TextHead(
    TextLayout layout, int dataOffset, int width, int height, int percentEvents, int events) {
  private static final int MAX_LINES = 256;

  /** Longer lines name no columns. */
  private static final int MAX_NAMES_BYTES = 256;

  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final Pattern GEOMETRY = Pattern.compile("([0-9]{1,5})[ \t]+([0-9]{1,5})");
  private static final int DEFAULT_COLUMNS = 4;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Map<String, Character> NAMES =
      Map.ofEntries(
          Map.entry("t", 't'),
          Map.entry("time", 't'),
          Map.entry("timestamp", 't'),
          Map.entry("ts", 't'),
          Map.entry("x", 'x'),
          Map.entry("y", 'y'),
          Map.entry("p", 'p'),
          Map.entry("pol", 'p'),
          Map.entry("polarity", 'p'),
          Map.entry("on", 'p'));

  /** Reads the head of a recording, as far as its whole lines go. */
  static TextHead of(Head head, TextLayout asked) {
    byte[] bytes = head.bytes();
    int offset = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    int data = offset;
    String columns = asked.columns();
    char separator = asked.separator();
    int width = 0;
    int height = 0;
    // Lines that say something of the others: comments that name columns, names, a geometry.
    for (int lines = 0; lines < MAX_LINES && offset < bytes.length; lines++) {
      int end = lineEnd(bytes, offset);
      if (end == bytes.length && !head.complete()) {
        break;
      }
      if (end - offset > MAX_NAMES_BYTES) {
        if (!LineParser.isComment(bytes, offset, end)) {
          break;
        }
        offset = end + 1;
        continue;
      }
      String line = new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1).strip();
      if (line.isEmpty()) {
        offset = end + 1;
        continue;
      }
      String words = withoutCommentMark(line);
      boolean comment = words.length() < line.length();
      char found = separator == '\0' ? separatorOf(words) : separator;
      String named = columnsNamed(words, found);
      int[] geometry = comment || width > 0 ? null : geometryOf(words);
      if (!named.isEmpty()) {
        columns = asked.columns().isEmpty() ? named : columns;
        separator = found;
      } else if (geometry != null) {
        width = geometry[0];
        height = geometry[1];
      } else if (!comment) {
        separator = found;
        break;
      }
      offset = Math.min(bytes.length, end + 1);
      data = named.isEmpty() && geometry == null ? data : offset;
    }
    boolean told = !columns.isEmpty();
    TextLayout layout =
        new TextLayout(told ? columns : "txyp", asked.unit(), separator == '\0' ? ',' : separator);
    return sampled(head, layout, data, width, height);
  }

  private static TextHead sampled(Head head, TextLayout layout, int data, int width, int height) {
    byte[] bytes = head.bytes();
    LineParser parser = new LineParser(layout);
    boolean fraction = false;
    int events = 0;
    int bad = 0;
    int offset = data;
    for (int lines = 0; lines < MAX_LINES && offset < bytes.length; lines++) {
      int end = lineEnd(bytes, offset);
      if (end == bytes.length && !head.complete()) {
        break;
      }
      if (!isText(bytes, offset, end)) {
        return new TextHead(layout, data, width, height, -1, 0);
      }
      boolean tooLong = end - offset > TextDecoder.MAX_LINE_BYTES;
      switch (tooLong ? LineParser.Line.BAD : parser.parse(bytes, offset, end)) {
        case EVENT:
          events++;
          fraction |= parser.fraction;
          break;
        case BAD_POLARITY:
        case BAD:
          bad++;
          break;
        case NOTHING:
          break;
      }
      offset = end + 1;
    }
    TextLayout.Unit guess = fraction ? TextLayout.Unit.SECONDS : TextLayout.Unit.MICROSECONDS;
    TextLayout known =
        new TextLayout(
            layout.columns(),
            layout.unit() == TextLayout.Unit.GUESS ? guess : layout.unit(),
            layout.separator());
    int percent = events + bad == 0 ? 100 : 100 * events / (events + bad);
    return new TextHead(known, data, width, height, percent, events);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2];
  }

  private static int lineEnd(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private static boolean isText(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      if (b < ' ' && b != '\t' && b != '\r' || b == 127) {
        return false;
      }
    }
    return true;
  }

  private static char separatorOf(String line) {
    return line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : ' ';
  }

  private static String withoutCommentMark(String line) {
    int i = 0;
    while (i < line.length() && "#%/".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return line.substring(i).strip();
  }

  /** The layout that column names say; empty if the line does not name all four. */
  private static String columnsNamed(String line, char separator) {
    if (line.isEmpty() || !Character.isLetter(line.charAt(0))) {
      return "";
    }
    String[] names = separator == ' ' ? BLANKS.split(line) : splitAt(line, separator);
    if (names.length < DEFAULT_COLUMNS || names.length > 4 * DEFAULT_COLUMNS) {
      return "";
    }
    StringBuilder columns = new StringBuilder();
    for (String name : names) {
      char column = NAMES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), '-');
      columns.append(columns.indexOf(String.valueOf(column)) >= 0 ? '-' : column);
    }
    boolean all = "txyp".chars().allMatch(c -> columns.indexOf(String.valueOf((char) c)) >= 0);
    return all ? columns.toString() : "";
  }

  private static String[] splitAt(String line, char separator) {
    return Pattern.compile(String.valueOf(separator), Pattern.LITERAL).split(line, -1);
  }

  private static int[] geometryOf(String line) {
    if (line.isEmpty() || !Character.isDigit(line.charAt(0))) {
      return null;
    }
    Matcher numbers = GEOMETRY.matcher(line);
    if (!numbers.matches()) {
      return null;
    }
    int columns = Integer.parseInt(numbers.group(1));
    int rows = Integer.parseInt(numbers.group(2));
    boolean possible = columns > 0 && rows > 0 && columns <= 1 << 15 && rows <= 1 << 15;
    return possible ? new int[] {columns, rows} : null;
  }
}

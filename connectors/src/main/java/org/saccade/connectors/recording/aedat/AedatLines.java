package org.saccade.connectors.recording.aedat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * The lines before the data of an AEDAT recording of version 1, 2 or 3.
 *
 * <p>Older files have no last line, and their first datum may begin with the byte of {@code #}. So
 * what begins with it is a line only if it has no control character, at most 256 KiB, and ends as
 * the first line does, in CR LF or in LF.
 *
 * <p>jAER writes all preferences of its chip classes into the header, hundreds of KiB of XML: these
 * are lines, but none of the fields.
 *
 * @param version such as {@code 2.0}; empty where no line says it
 * @param fields value by key, of lines {@code # Key: value}; of a key that comes twice the first
 * @param dataOffset position of the first byte behind the lines
 * @param whole false where the bytes at hand end before the lines do
 */
public record AedatLines(
    String version, Map<String, String> fields, int dataOffset, boolean whole) {
  /** What all recordings with a version begin with. */
  public static final String SIGNATURE = "#!AER-DAT";

  static final int MAX_LINE_BYTES = 1 << 18;
  private static final int MAX_FIELDS = 64;
  private static final Pattern VERSION = Pattern.compile("#!AER-DAT(\\d+\\.\\d+)\\s*");
  private static final Pattern FIELD = Pattern.compile("#\\s*(-?\\w[\\w -]{0,39}?)\\s*:\\s*(.*)");
  private static final Pattern LAST =
      Pattern.compile("#\\s*(!END-HEADER|End Of ASCII Header)\\s*", Pattern.CASE_INSENSITIVE);

  /** Reads the lines at the start of a recording, if there are any. */
  public static AedatLines parse(Head head) {
    byte[] bytes = head.bytes();
    String version = "";
    Map<String, String> fields = new LinkedHashMap<>();
    boolean returns = false;
    boolean preferences = false;
    int offset = 0;
    while (offset < bytes.length && bytes[offset] == '#') {
      int end = lineEnd(bytes, offset);
      if (end == bytes.length && end - offset <= MAX_LINE_BYTES) {
        return new AedatLines(version, fields, offset, false);
      }
      boolean returned = end < bytes.length && bytes[end - 1] == '\r';
      if (end == bytes.length
          || end - offset > MAX_LINE_BYTES
          || bytes[end] != '\n'
          || offset > 0 && returned != returns) {
        break;
      }
      String line = new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1).strip();
      if (offset == 0) {
        returns = returned;
        Matcher first = VERSION.matcher(line);
        version = first.matches() ? first.group(1) : "";
      }
      offset = end + 1;
      if (LAST.matcher(line).matches()) {
        break;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      preferences = (preferences || lower.contains("start of preferences")) && !isEnd(lower);
      Matcher field = FIELD.matcher(line);
      if (!preferences && fields.size() < MAX_FIELDS && field.matches()) {
        fields.putIfAbsent(field.group(1), field.group(2).strip());
      }
    }
    return new AedatLines(version, fields, offset, offset < bytes.length || head.complete());
  }

  private static boolean isEnd(String line) {
    return line.contains("end of preferences") && !line.contains("start of preferences");
  }

  /** Position of the first byte that no line holds: its LF, or what makes it none, or the end. */
  private static int lineEnd(byte[] bytes, int offset) {
    int i = offset;
    while (i < bytes.length && ((bytes[i] & 0xFF) >= ' ' || bytes[i] == '\t')) {
      i++;
    }
    boolean returned = i < bytes.length && bytes[i] == '\r';
    return returned && (i + 1 == bytes.length || bytes[i + 1] == '\n') ? i + 1 : i;
  }

  /** Value of a key, empty where there is no such line. */
  public String field(String key) {
    return fields.getOrDefault(key, "");
  }

  /** Whether more bytes are needed to see where the lines of such a recording end. */
  public static boolean goesOn(Head head) {
    return head.startsWith(SIGNATURE) && !head.complete() && !parse(head).whole();
  }

  /**
   * @throws UnreadableRecordingException if the recording ends inside of a line, or its lines are
   *     longer than a head may be
   */
  public AedatLines requireWhole(Head head) throws UnreadableRecordingException {
    if (!whole) {
      throw new UnreadableRecordingException(
          head.complete()
              ? "ends at byte "
                  + head.length()
                  + ", inside its header; expected data behind it: copy anew"
              : "has a header of more than " + head.length() + " bytes, expected less");
    }
    return this;
  }
}

package org.saccade.connectors.recording.evt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * The lines before the words of a Prophesee recording (RAW and DAT): {@code % KEY VALUE}.
 *
 * <p>A line is one of the header only if it begins with percent and a space, is printable ASCII, at
 * most 1 KiB long and ends in LF. {@code % end} is the last; files before Metavision 4 have none,
 * and their header ends at the first bytes that are no such line. So a first word that happens to
 * begin with a percent sign is not taken for a line.
 *
 * @param fields value by key; of a key that comes twice the first
 * @param dataOffset position of the first byte behind the header; 0: no header
 */
public record PropheseeHeader(Map<String, String> fields, int dataOffset) {
  static final int MAX_LINE_BYTES = 1 << 10;

  /**
   * Reads the header lines at the start of a recording, if there are any.
   *
   * @throws UnreadableRecordingException if the recording ends inside a line, or the header is
   *     longer than {@link Head#MAX_BYTES}
   */
  public static PropheseeHeader parse(Head head) throws UnreadableRecordingException {
    byte[] bytes = head.bytes();
    Map<String, String> fields = new LinkedHashMap<>();
    int offset = 0;
    while (startsLine(bytes, offset)) {
      int end = lineEnd(bytes, offset);
      if (end == bytes.length && end - offset <= MAX_LINE_BYTES) {
        throw new UnreadableRecordingException(
            head.complete()
                ? "ends at byte " + end + ", inside its header; expected data behind it: copy anew"
                : "has a header of more than " + end + " bytes, expected less");
      }
      if (end == bytes.length || bytes[end] != '\n' || end - offset > MAX_LINE_BYTES) {
        break;
      }
      String line =
          new String(bytes, offset + 2, end - offset - 2, StandardCharsets.US_ASCII).strip();
      offset = end + 1;
      if (line.equals("end")) {
        break;
      }
      int space = line.indexOf(' ');
      String key = space < 0 ? line : line.substring(0, space);
      fields.putIfAbsent(key, space < 0 ? "" : line.substring(space + 1).strip());
    }
    return new PropheseeHeader(fields, offset);
  }

  private static boolean startsLine(byte[] bytes, int offset) {
    return offset < bytes.length
        && bytes[offset] == '%'
        && (offset + 1 == bytes.length || bytes[offset + 1] == ' ');
  }

  /** Position of the first byte that no line holds: its LF, or what makes it none. */
  private static int lineEnd(byte[] bytes, int offset) {
    int i = offset;
    while (i < bytes.length && (bytes[i] >= ' ' && bytes[i] < 127 || bytes[i] == '\t')) {
      i++;
    }
    return i + 1 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n' ? i + 1 : i;
  }

  public boolean isEmpty() {
    return dataOffset == 0;
  }

  /** Value of a key, empty where there is no such line. */
  public String field(String key) {
    return fields.getOrDefault(key, "");
  }

  /**
   * The encoding that the lines declare: {@code EVT2}, {@code EVT3}, {@code EVT21}, …
   *
   * @return empty where {@code format} and the older {@code evt} are missing or contradict each
   *     other
   */
  public Optional<String> encoding() {
    String format = field("format");
    int semicolon = format.indexOf(';');
    format = (semicolon < 0 ? format : format.substring(0, semicolon)).strip();
    String version = field("evt");
    if (version.isEmpty()) {
      return format.isEmpty() ? Optional.empty() : Optional.of(format);
    }
    String digits = version.endsWith(".0") ? version.substring(0, version.length() - 2) : version;
    String old = "EVT" + digits.replace(".", "");
    return format.isEmpty() || format.equals(old) ? Optional.of(old) : Optional.empty();
  }

  /**
   * Order of the words of EVT2.1, as an option of {@code format} or a line of its own: {@code
   * little}, {@code legacy}; empty where neither says it.
   */
  public String endianness() {
    for (String option : field("format").split(";", -1)) {
      if (option.strip().startsWith("endianness=")) {
        return option.strip().substring("endianness=".length());
      }
    }
    return field("endianness");
  }

  /** Whether lines of DAT files are there, and none that only RAW files have. */
  public boolean isDat() {
    return field("Data").startsWith("file containing")
        || fields.containsKey("Version") && !fields.containsKey("evt");
  }
}

package org.saccade.connectors.recording.evt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * The lines before the words of a Prophesee recording (RAW and DAT): {@code % KEY VALUE}.
 *
 * <p>{@code % end} is the last. Where it comes and nothing but text before it, every line up to it
 * is one of the header, whatever it holds. Files before Metavision 4 have none, and their header
 * ends at the first bytes that are no line: one begins with percent and a space, or with percent
 * alone where the first line does, has no control characters and ends in LF; what is not plain
 * ASCII, is longer than 1 KiB or lacks the space must also have a key of letters. So a first word
 * that happens to begin with a percent sign is not taken for a line.
 *
 * @param fields value by key, at most 1024; of a key that comes twice the first
 * @param dataOffset position of the first byte behind the header; 0: no header
 * @param whole false where the bytes at hand end before the lines do
 */
public record PropheseeHeader(Map<String, String> fields, int dataOffset, boolean whole) {
  static final int MAX_PLAIN_BYTES = 1 << 10;
  private static final int MAX_FIELDS = 1 << 10;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String END = "end";
  private static final Pattern KEY =
      Pattern.compile("%\\s*[A-Za-z]\\w+([\\s:=].*)?", Pattern.DOTALL);

  /**
   * Reads the header lines at the start of a recording, if there are any.
   *
   * @throws UnreadableRecordingException if the recording ends inside a line, or the header is
   *     longer than {@link Head#MAX_HEADER_BYTES}
   */
  public static PropheseeHeader parse(Head head) throws UnreadableRecordingException {
    PropheseeHeader header = lines(head);
    if (!header.whole) {
      int length = head.length();
      throw new UnreadableRecordingException(
          head.complete()
              ? "ends at byte " + length + ", inside its header; expected data behind it: copy anew"
              : "has a header of more than " + length + " bytes, expected less");
    }
    return header;
  }

  /** Whether more bytes are needed to see where the lines of such a recording end. */
  public static boolean goesOn(Head head) {
    return !head.complete() && !lines(head).whole;
  }

  private static PropheseeHeader lines(Head head) {
    byte[] bytes = head.bytes();
    Map<String, String> fields = new LinkedHashMap<>();
    boolean spaced = bytes.length > 1 && bytes[1] == ' ';
    int certain = behindEnd(bytes);
    int offset = 0;
    while (offset < certain || offset < bytes.length && bytes[offset] == '%') {
      int end = textEnd(bytes, offset);
      if (end == bytes.length) {
        return new PropheseeHeader(fields, offset, false);
      }
      boolean isLine =
          bytes[end] == '\n' && (offset < certain || isLine(bytes, offset, end, spaced));
      if (!isLine) {
        break;
      }
      boolean last = isEnd(bytes, offset, end);
      if (!last && bytes[offset] == '%' && fields.size() < MAX_FIELDS) {
        String[] parts = SPACE.split(text(bytes, offset + 1, end), 2);
        if (!parts[0].isEmpty()) {
          fields.putIfAbsent(parts[0], parts.length < 2 ? "" : parts[1]);
        }
      }
      offset = end + 1;
      if (last) {
        break;
      }
    }
    boolean whole = offset < bytes.length || head.complete() || offset == certain;
    return new PropheseeHeader(fields, offset, whole);
  }

  /** Whether a line is {@code % end}, its space or blanks behind it aside; makes no object. */
  private static boolean isEnd(byte[] bytes, int offset, int end) {
    int word = offset + (end - offset > 1 && bytes[offset + 1] == ' ' ? 2 : 1);
    if (bytes[offset] != '%' || end - word < END.length()) {
      return false;
    }
    for (int i = 0; i < END.length(); i++) {
      if (bytes[word + i] != END.charAt(i)) {
        return false;
      }
    }
    int i = word + END.length();
    while (i < end && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
      i++;
    }
    return i == end;
  }

  /** Position behind the end line, where all before it is text that begins as a header; else 0. */
  private static int behindEnd(byte[] bytes) {
    int offset = 0;
    while (offset < bytes.length && bytes[0] == '%') {
      int end = textEnd(bytes, offset);
      if (end == bytes.length || bytes[end] != '\n') {
        return 0;
      }
      boolean last = isEnd(bytes, offset, end);
      offset = end + 1;
      if (last) {
        return offset;
      }
    }
    return 0;
  }

  private static boolean isLine(byte[] bytes, int offset, int end, boolean spaced) {
    boolean space = bytes[offset + 1] == ' ';
    if (spaced && !space) {
      return false;
    }
    boolean plain = space && end - offset <= MAX_PLAIN_BYTES;
    for (int i = offset; i < end && plain; i++) {
      plain = bytes[i] > 0;
    }
    return plain || KEY.matcher(text(bytes, offset, end)).matches();
  }

  /** The text of a line: UTF-8, or where it is none Latin-1. */
  private static String text(byte[] bytes, int offset, int end) {
    String text = new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    return (text.indexOf('\ufffd') >= 0
            ? new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1)
            : text)
        .strip();
  }

  /** Position of the first byte that no text holds: its LF, or a control character. */
  private static int textEnd(byte[] bytes, int offset) {
    int i = offset;
    while (i < bytes.length
        && (bytes[i] < 0 || bytes[i] >= ' ' && bytes[i] < 127 || bytes[i] == '\t')) {
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

package org.saccade.local.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * Rows of fields, as programs write them: UTF-8, UTF-16 with its mark, or else Windows-1252; lines
 * that end as they may; fields apart by the one of comma, semicolon and tab that the first line has
 * most; in double quotes where they hold one of these, a quote in them doubled (RFC 4180).
 *
 * @param separator of the fields
 * @param rows that are not blank
 * @param lines number of the line at which each begins, from 1
 */
record CsvText(char separator, List<String[]> rows, List<Integer> lines) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final long MOST_BYTES = 1 << 30;
  private static final int HEAD_BYTES = 1 << 16;
  private static final char MARK = '\uFEFF';
  private static final String SEPARATORS = ",;\t";

  static CsvText read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new UnreadableRecordingException(
          file + ": has more than " + MOST_BYTES + " bytes, expected a series; give it in parts");
    }
    return of(file, text(Files.readAllBytes(file)));
  }

  /** Only the first line of a file, of whatever size. */
  static CsvText head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = text(in.readNBytes(HEAD_BYTES)).stripLeading();
      return of(file, text.lines().findFirst().orElse(""));
    }
  }

  private static CsvText of(Path file, String text) throws UnreadableRecordingException {
    if (text.indexOf(0) >= 0) {
      throw new UnreadableRecordingException(
          file + ": is no text, expected CSV with the header timestamp,value");
    }
    return rows(file, text);
  }

  private static String text(byte[] bytes) {
    if (bytes.length >= 2
        && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  private static CsvText rows(Path file, String text) throws UnreadableRecordingException {
    char separator = separator(text);
    List<String[]> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int began = 1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      boolean last = i == text.length();
      if (quoted && last) {
        throw new UnreadableRecordingException(
            file + ": line " + began + " opens a quote that is never closed");
      }
      boolean lineEnds =
          c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          field.append(c);
        }
      } else if (c == '"' && field.toString().isBlank()) {
        quoted = true;
        field.setLength(0);
      } else if (c == separator || lineEnds) {
        fields.add(field.toString().strip());
        field.setLength(0);
        if (lineEnds) {
          if (fields.size() > 1 || !fields.get(0).isEmpty()) {
            rows.add(fields.toArray(String[]::new));
            lines.add(began);
          }
          fields.clear();
        }
      } else if (c != '\r') {
        field.append(c);
      }
      line += lineEnds && !last ? 1 : 0;
      began = fields.isEmpty() && field.isEmpty() && !quoted ? line : began;
    }
    return new CsvText(separator, rows, lines);
  }

  /** The one that the first line has most, outside quotes; a comma where it has none. */
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (any && !quoted && (c == '\n' || c == '\r')) {
        break;
      }
      any |= !Character.isWhitespace(c);
      quoted ^= c == '"';
      int which = quoted ? -1 : SEPARATORS.indexOf(c);
      if (which >= 0) {
        counts[which]++;
      }
    }
    int most = 0;
    for (int k = 1; k < counts.length; k++) {
      most = counts[k] > counts[most] ? k : most;
    }
    return SEPARATORS.charAt(most);
  }

  /** A field as it is written, in quotes where it needs them. */
  static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

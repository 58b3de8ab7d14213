package org.saccade.connectors.recording.brainvision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.UnreadableRecordingException;

/**
 * Sections of a text with {@code key=value} lines; {@code ;} begins a comment.
 *
 * @param sections by name in lower case; keys in lower case
 */
record IniText(Map<String, Map<String, String>> sections) {
  /** Headers of thousands of channels are some hundred kilobytes; markers some megabytes. */
  private static final int MAX_BYTES = 1 << 26;

  private static final Pattern CODEPAGE =
      Pattern.compile("^\\s*codepage\\s*=\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Charset ANSI = Charset.forName("windows-1252");

  static IniText read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UnreadableRecordingException(
            file.getFileName() + " has more than " + MAX_BYTES + " bytes of text");
      }
      return of(text(bytes));
    }
  }

  static String text(byte[] bytes) {
    Matcher m = CODEPAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    String named = m.find() ? m.group(1).toLowerCase(Locale.ROOT) : "utf-8";
    try {
      Charset charset =
          named.equals("ansi") || !Charset.isSupported(named) ? ANSI : Charset.forName(named);
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return new String(bytes, ANSI);
    }
  }

  static IniText of(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = new LinkedHashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String l = line.strip();
      if (l.startsWith("[") && l.endsWith("]")) {
        String name = l.substring(1, l.length() - 1).strip().toLowerCase(Locale.ROOT);
        section = sections.computeIfAbsent(name, k -> new LinkedHashMap<>());
      } else if (!l.isEmpty() && l.charAt(0) != ';' && l.indexOf('=') > 0) {
        int equals = l.indexOf('=');
        section.putIfAbsent(
            l.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            l.substring(equals + 1).strip());
      }
    }
    return new IniText(sections);
  }

  Map<String, String> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  /** Fields between commas; {@code \1} within one is a comma. */
  static String[] fields(String value) {
    String[] fields = value.split(",", -1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i].replace("\\1", ",").strip();
    }
    return fields;
  }
}

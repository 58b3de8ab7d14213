package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** The lines of a small text file. */
final class TextLines {
  private static final int MAX_BYTES = 1 << 26;

  private TextLines() {}

  /**
   * All lines, without a byte order mark.
   *
   * @throws UnreadableRecordingException if it is longer than 64 MiB or no UTF-8
   */
  static List<String> of(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new UnreadableRecordingException(
          file + ": has " + Files.size(file) + " bytes, expected a text of at most " + MAX_BYTES);
    }
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
        lines.set(0, lines.get(0).substring(1));
      }
      return lines;
    } catch (CharacterCodingException e) {
      throw new UnreadableRecordingException(file + ": is no text in UTF-8, expected labels");
    }
  }
}

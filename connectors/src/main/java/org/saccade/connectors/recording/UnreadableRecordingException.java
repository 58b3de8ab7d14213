package org.saccade.connectors.recording;

import java.io.IOException;

/**
 * A recording that cannot be read at all. One line: where, what was found, what to do; a control
 * character in what was found is a blank.
 */
public final class UnreadableRecordingException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableRecordingException(String message) {
    super(message.codePoints().anyMatch(Character::isISOControl) ? printable(message) : message);
  }

  private static String printable(String message) {
    StringBuilder line = new StringBuilder(message);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString();
  }
}

package org.saccade.connectors.recording;

import java.io.IOException;

/** A recording that cannot be read at all. One line: where, what was found, what to do. */
public final class UnreadableRecordingException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableRecordingException(String message) {
    super(message);
  }
}

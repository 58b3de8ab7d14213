package org.saccade.connectors.labelled;

import java.nio.file.Path;

/**
 * A stretch of a recording in which one thing is seen.
 *
 * @param recording the file
 * @param label name of its class
 * @param subject who is in it; where nobody says, the recording's own name
 * @param fromMicros sensor time of its begin; {@link Long#MIN_VALUE}: of the recording's
 * @param toMicros sensor time just behind its end; {@link Long#MAX_VALUE}: to the recording's end
 */
public record LabelledClip(
    Path recording, String label, String subject, long fromMicros, long toMicros) {
  public LabelledClip {
    if (label.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException(
          recording
              + ": label=\""
              + label
              + "\" and subject=\""
              + subject
              + "\" must not be blank");
    }
    if (fromMicros >= toMicros) {
      throw new IllegalArgumentException(
          recording + ": fromMicros=" + fromMicros + " must be below toMicros=" + toMicros);
    }
  }

  /** A recording as a whole. */
  public static LabelledClip whole(Path recording, String label, String subject) {
    return new LabelledClip(recording, label, subject, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  public boolean isWhole() {
    return fromMicros == Long.MIN_VALUE && toMicros == Long.MAX_VALUE;
  }
}

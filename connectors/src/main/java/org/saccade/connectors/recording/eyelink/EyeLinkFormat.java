package org.saccade.connectors.recording.eyelink;

import java.io.IOException;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** EyeLink recordings as text (ASC), as edf2asc writes them. */
public final class EyeLinkFormat implements SampleFormat {
  private static final int SIGNATURE = 100;
  private static final int PLAUSIBLE = 80;

  @Override
  public String name() {
    return "eyelink";
  }

  @Override
  public String description() {
    return "EyeLink recordings as text (ASC): samples, messages, fixations, saccades, blinks";
  }

  @Override
  public String extension() {
    return ".asc";
  }

  @Override
  public int certainty(Head head) {
    if (head.startsWith("** CONVERTED FROM")) {
      return SIGNATURE;
    }
    EyeLinkHead found = EyeLinkHead.of(head);
    return found.eyes() != null && found.started() ? PLAUSIBLE : 0;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    EyeLinkHead found = EyeLinkHead.read(path);
    if (found.eyes() == null) {
      throw new UnreadableRecordingException(
          "has no SAMPLES line that says eyes and rate: was it written with its samples (edf2asc"
              + " without -e)?");
    }
    if (!found.gaze() && options.gaze().screen() != null) {
      throw new UnreadableRecordingException(
          "has no gaze but " + found.kind() + ", which no screen turns into degrees");
    }
    return new EyeLinkRecording(path, found, options.gaze());
  }
}

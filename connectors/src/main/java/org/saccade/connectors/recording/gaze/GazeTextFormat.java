package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Gaze as a table of text. */
abstract class GazeTextFormat implements SampleFormat {
  private final int certainty;
  private final String expected;

  /**
   * @param certainty that it is this format where its first lines are of it
   * @param expected what its first lines are, for who has others
   */
  GazeTextFormat(int certainty, String expected) {
    this.certainty = certainty;
    this.expected = expected;
  }

  /** What the first lines say; without columns where they are not of this format. */
  abstract GazeHead found(Head head);

  @Override
  public final int certainty(Head head) {
    return found(head).columns() == null ? 0 : certainty;
  }

  @Override
  public final SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    GazeHead found = found(head);
    if (found.columns() == null) {
      throw new UnreadableRecordingException("is no " + name() + ": expected " + expected);
    }
    return GazeTable.open(name(), path, found, options.gaze());
  }

  @Override
  public final boolean writable() {
    return true;
  }

  @Override
  public final boolean suits(SampleHeader header) {
    return GazeWriter.areGaze(header);
  }
}

package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleWriter;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Five columns without a header: ms, x and y of the left eye, x and y of the right, degrees. */
public final class GazeDatFormat implements SampleFormat {
  private static final int PLAUSIBLE = 60;

  @Override
  public String name() {
    return "gaze-dat";
  }

  @Override
  public String description() {
    return "gaze of both eyes as five columns of text: ms and degrees";
  }

  @Override
  public String extension() {
    return ".gaze.dat";
  }

  @Override
  public int certainty(Head head) {
    return GazeHead.published(head).columns() == null ? 0 : PLAUSIBLE;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    GazeHead found = GazeHead.published(head);
    if (found.columns() == null) {
      throw new UnreadableRecordingException(
          "is no gaze-dat: expected lines of five numbers (ms, x and y of the left eye, x and y of"
              + " the right eye) in even steps of time");
    }
    return GazeTable.open(name(), path, found, options.gaze());
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public boolean suits(SampleHeader header) {
    return GazeWriter.areGaze(header);
  }

  @Override
  public SampleWriter writer(OutputStream out, SampleHeader header) throws IOException {
    return GazeWriter.published(out, header);
  }
}

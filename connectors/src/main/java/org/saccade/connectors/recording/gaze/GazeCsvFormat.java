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

/** Gaze as CSV whose first line names the columns. */
public final class GazeCsvFormat implements SampleFormat {
  private static final int NAMED = 90;

  @Override
  public String name() {
    return "gaze-csv";
  }

  @Override
  public String description() {
    return "gaze as CSV with named columns: time, x and y of one or both eyes, pupils";
  }

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public int certainty(Head head) {
    return GazeHead.named(head).columns() == null ? 0 : NAMED;
  }

  @Override
  public SampleRecording open(Path path, Head head, ReadOptions options) throws IOException {
    GazeHead found = GazeHead.named(head);
    if (found.columns() == null) {
      throw new UnreadableRecordingException(
          "is no gaze-csv: expected a first line that names the time and x and y of an eye, such as"
              + " time_ms,x_left_deg,y_left_deg,x_right_deg,y_right_deg");
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
    return GazeWriter.named(out, header);
  }
}

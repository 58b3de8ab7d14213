package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleWriter;

/** Gaze as CSV whose first line names the columns. */
public final class GazeCsvFormat extends GazeTextFormat {
  private static final int NAMED = 90;

  public GazeCsvFormat() {
    super(
        NAMED,
        "a first line that names the time and x and y of an eye, such as"
            + " time_ms,x_left_deg,y_left_deg,x_right_deg,y_right_deg");
  }

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
  GazeHead found(Head head) {
    return GazeHead.named(head);
  }

  @Override
  public SampleWriter writer(OutputStream out, SampleHeader header) throws IOException {
    return GazeWriter.named(out, header);
  }
}

package org.saccade.connectors.recording.gaze;

import java.io.IOException;
import java.io.OutputStream;
import org.saccade.connectors.recording.Head;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleWriter;

/** Five columns without a header: ms, x and y of the left eye, x and y of the right, degrees. */
public final class GazeDatFormat extends GazeTextFormat {
  private static final int PLAUSIBLE = 60;

  public GazeDatFormat() {
    super(
        PLAUSIBLE,
        "lines of five numbers (ms, x and y of the left eye, x and y of the right eye) in even"
            + " steps of time");
  }

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
  GazeHead found(Head head) {
    return GazeHead.published(head);
  }

  @Override
  public SampleWriter writer(OutputStream out, SampleHeader header) throws IOException {
    return GazeWriter.published(out, header);
  }
}

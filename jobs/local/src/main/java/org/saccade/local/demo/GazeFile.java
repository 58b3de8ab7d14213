package org.saccade.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.SampleFormat;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleWriter;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.gaze.SimulatedGaze;

/** Simulated gaze as a recording. */
public final class GazeFile {
  private static final String FORMAT = "gaze-csv";
  private static final List<SampleChannel> CHANNELS =
      List.of(
          SampleChannel.of("x_left", ChannelType.GAZE_X, "deg"),
          SampleChannel.of("y_left", ChannelType.GAZE_Y, "deg"),
          SampleChannel.of("x_right", ChannelType.GAZE_X, "deg"),
          SampleChannel.of("y_right", ChannelType.GAZE_Y, "deg"));

  private GazeFile() {}

  /**
   * Writes it as CSV with named columns; what is there is replaced.
   *
   * @param originMicros sensor time of the first sample
   */
  public static void write(Path file, SimulatedGaze gaze, long originMicros) throws IOException {
    SampleFormat format = SampleFormats.named(FORMAT).orElseThrow();
    SampleHeader header =
        new SampleHeader(
            FORMAT, CHANNELS, SampleRate.of(gaze.rate()), SampleEncoding.FLOAT64, null, Map.of());
    SampleBatch batch = new SampleBatch();
    batch.shape(CHANNELS.size(), gaze.size());
    double[][] positions = {gaze.xLeft(), gaze.yLeft(), gaze.xRight(), gaze.yRight()};
    for (int c = 0; c < positions.length; c++) {
      System.arraycopy(positions[c], 0, batch.channel(c), 0, gaze.size());
    }
    try (SampleWriter writer =
        format.writer(new BufferedOutputStream(Files.newOutputStream(file)), header)) {
      writer.write(batch, originMicros);
    }
  }
}

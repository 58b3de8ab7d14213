package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.batch.SampleBatch;

/**
 * One stream of a sampled recording: signals of one rate. The streams of a recording share its
 * clock, and its markers are markers of each.
 *
 * @param name of the sensor: the recording's, of the main stream; of the others with {@code .} and
 *     their number behind it
 */
public record RecordingStream(Path file, String name, int stream) {

  /**
   * All streams of some recordings, the main one of each first.
   *
   * @throws UnreadableRecordingException if one holds no samples; the message begins with the path
   */
  public static List<RecordingStream> of(List<Path> files, List<String> names, ReadOptions options)
      throws IOException {
    for (Path file : files) {
      refuseWithoutSamples(file, new SampleSource(file, options));
    }
    return withMarkersOnly(files, names, options);
  }

  /** The same; of a recording of markers only, a stream without channels. */
  public static List<RecordingStream> withMarkersOnly(
      List<Path> files, List<String> names, ReadOptions options) throws IOException {
    List<RecordingStream> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SampleSource source = new SampleSource(files.get(i), options);
      List<Integer> streams = source.streams();
      for (int stream : streams) {
        boolean main = stream == streams.get(0);
        String name = names.get(i) + (main ? "" : "." + stream);
        all.add(new RecordingStream(files.get(i), name, stream));
      }
    }
    return all;
  }

  private static void refuseWithoutSamples(Path file, SampleSource source) throws IOException {
    try (SampleRecording recording = source.open(source.streams().get(0))) {
      if (recording.header().channels().isEmpty()) {
        throw new UnreadableRecordingException(
            file
                + ": holds no channels, expected samples; its "
                + recording.markers().size()
                + " markers are shown by: saccade cat --items markers "
                + file);
      }
    }
  }

  /** Opens it at its start. */
  public SampleRecording open(ReadOptions options) throws IOException {
    return new SampleSource(file, options).open(stream);
  }

  /** Whether it has markers and no channels. */
  public boolean isMarkersOnly(ReadOptions options) throws IOException {
    try (SampleRecording recording = open(options)) {
      return recording.header().channels().isEmpty();
    }
  }

  /** Sensor time of its first sample; {@link Long#MAX_VALUE} where it has none. */
  public long firstMicros(ReadOptions options) throws IOException {
    try (SampleRecording recording = open(options)) {
      return recording.read(new SampleBatch()) ? recording.firstMicros() : Long.MAX_VALUE;
    }
  }
}

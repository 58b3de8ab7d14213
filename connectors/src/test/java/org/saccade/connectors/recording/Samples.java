package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;

/** Reading whole sampled recordings in tests. */
public final class Samples {
  private Samples() {}

  /** A run without a hole: number and time of its first sample, and how many there are. */
  public record Stretch(long sample, long micros, long samples) {}

  /**
   * All that a recording gives.
   *
   * @param physical values, by channel
   */
  public record Content(
      SampleHeader header,
      List<List<Double>> physical,
      List<Stretch> stretches,
      List<RecordingMarker> markers,
      ViolationCounts violations) {

    /** Sum of a channel's values. */
    public double sum(int channel) {
      return physical.get(channel).stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Folder of the public recordings of samples; null, said in one line, where it is absent. */
  public static Path folder() throws IOException {
    Path folder = Recordings.folder();
    return folder == null ? null : folder.resolve("neuro");
  }

  public static Content read(Path file) throws IOException {
    return read(file, SampleOptions.DEFAULT);
  }

  public static Content read(Path file, SampleOptions options) throws IOException {
    return read(SampleFormats.open(file, ReadOptions.DEFAULT.withSamples(options)));
  }

  /** Reads to the end and closes. */
  public static Content read(SampleRecording recording) throws IOException {
    List<List<Double>> physical = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    List<RecordingMarker> markers = new ArrayList<>();
    SampleBatch batch = new SampleBatch();
    try (recording) {
      SampleHeader header = recording.header();
      header.channels().forEach(c -> physical.add(new ArrayList<>()));
      for (boolean more = recording.read(batch); ; more = recording.read(batch)) {
        markers.addAll(recording.markers());
        if (!more) {
          break;
        }
        for (int c = 0; c < physical.size(); c++) {
          for (int i = 0; i < batch.size(); i++) {
            physical.get(c).add(header.channels().get(c).physical(batch.channel(c)[i]));
          }
        }
        join(stretches, recording, batch.size());
      }
      return new Content(header, physical, stretches, markers, recording.violations());
    }
  }

  private static void join(List<Stretch> stretches, SampleRecording recording, int n) {
    if (!stretches.isEmpty()) {
      Stretch last = stretches.get(stretches.size() - 1);
      long end = last.micros + recording.header().rate().micros(last.samples);
      if (recording.firstMicros() == end) {
        stretches.set(
            stretches.size() - 1, new Stretch(last.sample, last.micros, last.samples + n));
        return;
      }
    }
    stretches.add(new Stretch(recording.firstSample(), recording.firstMicros(), n));
  }
}

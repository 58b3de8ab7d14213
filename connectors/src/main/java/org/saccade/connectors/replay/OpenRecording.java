package org.saccade.connectors.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A recording at its start.
 *
 * @param events its events, in order
 * @param width columns of the sensor; 0: unknown
 * @param height rows of the sensor; 0: unknown
 * @param epochMicros Unix time of sensor time 0, microseconds; null: unknown
 * @param fraction how much of it is read, 0 to 1; below 0: unknown
 * @param violations what was wrong with it so far
 * @param closing closes it
 */
public record OpenRecording(
    EventSource events,
    int width,
    int height,
    Long epochMicros,
    DoubleSupplier fraction,
    Supplier<ViolationCounts> violations,
    Closeable closing)
    implements Closeable {

  /** Opens recordings: a replay that loops opens one for each pass. */
  @FunctionalInterface
  public interface Opener {
    OpenRecording open() throws IOException;
  }

  /** Events from elsewhere: no epoch, no violations, nothing to close. */
  public static OpenRecording of(EventSource events, int width, int height) {
    return new OpenRecording(events, width, height, null, () -> -1, ViolationCounts::new, () -> {});
  }

  /** A file. */
  public static OpenRecording of(Path path, ReadOptions options) throws IOException {
    RecordingReader reader = RecordingReader.open(path, options);
    long size = Files.size(path);
    return new OpenRecording(
        reader::read,
        reader.header().width(),
        reader.header().height(),
        reader.header().epochMicros(),
        () -> (double) reader.position().offset() / size,
        reader::violations,
        reader);
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}

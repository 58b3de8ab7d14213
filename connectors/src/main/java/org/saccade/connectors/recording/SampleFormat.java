package org.saccade.connectors.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.saccade.schemas.batch.SampleBatch;

/** A file format of sampled recordings. Has no state: one object serves all recordings. */
public interface SampleFormat {
  /** Name on the command line: {@code eyelink}, {@code gaze-csv}, … */
  String name();

  /** One line for a person. */
  String description();

  /** Usual ending of a file name, with the dot; decides what {@code convert} writes. */
  String extension();

  /**
   * How surely a recording that begins with these bytes is of this format: 100 by a signature, 0
   * not at all. Looks at content alone, never at the name.
   */
  int certainty(Head head);

  /** The same, where the head does not always tell and the file may be opened. */
  default int certainty(Path path, Head head) throws IOException {
    return certainty(head);
  }

  /**
   * Opens a recording at its start.
   *
   * @throws UnreadableRecordingException if it cannot be used; the message does not name the path
   */
  SampleRecording open(Path path, Head head, ReadOptions options) throws IOException;

  /** Whether recordings of this format can be written. */
  default boolean writable() {
    return false;
  }

  /** Whether it is made for such channels: of two formats with one ending this one is written. */
  default boolean suits(SampleHeader header) {
    return true;
  }

  /**
   * Writes a recording, samples as they come.
   *
   * @throws CannotHoldException if it has no way to say these channels
   */
  default SampleWriter writer(OutputStream out, SampleHeader header) throws IOException {
    throw new CannotHoldException(name(), "anything: recordings of it are only read");
  }

  /**
   * Writes a whole recording. Formats that must know beforehand what comes read it twice.
   *
   * @throws CannotHoldException if it has no way to say what the recording holds
   */
  default SampleCopy copy(SampleSource source, OutputStream out) throws IOException {
    List<Integer> streams = source.streams();
    if (streams.size() > 1) {
      throw new CannotHoldException(
          name(), "signals of " + streams.size() + " rates: choose one of them (--signal)");
    }
    SampleBatch batch = new SampleBatch();
    long samples = 0;
    long markers = 0;
    try (SampleRecording recording = source.open(streams.get(0));
        SampleWriter writer = writer(out, recording.header())) {
      boolean more = true;
      while (more) {
        more = recording.read(batch);
        markers += recording.markers().size();
        if (more) {
          writer.write(batch, recording.firstMicros());
          samples += batch.size();
        }
      }
      return new SampleCopy(
          recording.header(),
          recording.header().channels().size(),
          samples,
          0,
          markers,
          0,
          0,
          recording.violations());
    }
  }
}

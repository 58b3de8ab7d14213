package org.saccade.connectors.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

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

  /**
   * Writes a recording, samples as they come.
   *
   * @throws CannotHoldException if it has no way to say these channels
   */
  default SampleWriter writer(OutputStream out, SampleHeader header) throws IOException {
    throw new CannotHoldException(name(), "anything: recordings of it are only read");
  }
}

package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A layout of folders in which files beside a recording say more of it. The layouts are the lines
 * of {@code META-INF/services/org.saccade.connectors.recording.SidecarLayout}.
 */
public interface SidecarLayout {
  /** Whether a folder is in this layout. */
  boolean holds(Path folder) throws IOException;

  /**
   * The recordings below a folder, in the order of their names.
   *
   * @param leftOut takes a line for each that is not read
   */
  List<Path> recordings(Path folder, List<String> leftOut) throws IOException;

  /**
   * The recording as the files beside it say; itself where it is in no such folder.
   *
   * @throws UnreadableRecordingException if one of them cannot be read; the message begins with its
   *     path and line
   */
  SampleRecording with(Path file, SampleRecording recording) throws IOException;
}

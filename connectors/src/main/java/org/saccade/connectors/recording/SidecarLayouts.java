package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All layouts of folders, and the recordings in them. */
public final class SidecarLayouts {
  private static final List<SidecarLayout> ALL =
      ServiceLoader.load(SidecarLayout.class, SidecarLayout.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private SidecarLayouts() {}

  /** The layout that a path is a folder of. */
  public static Optional<SidecarLayout> of(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (SidecarLayout layout : ALL) {
        if (layout.holds(folder)) {
          return Optional.of(layout);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The paths, in the place of each folder in a known layout its recordings.
   *
   * @param leftOut takes a line for each that is not read
   * @throws UnreadableRecordingException if such a folder holds none that is read
   */
  public static List<Path> expand(List<Path> paths, List<String> leftOut) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      Optional<SidecarLayout> layout = of(path);
      if (layout.isEmpty()) {
        files.add(path);
        continue;
      }
      List<Path> found = layout.get().recordings(path, leftOut);
      if (found.isEmpty()) {
        String first = leftOut.isEmpty() ? "" : " (" + leftOut.get(0) + ")";
        throw new UnreadableRecordingException(path + ": holds no recording that is read" + first);
      }
      files.addAll(found);
    }
    return files;
  }

  static SampleRecording with(Path file, SampleRecording recording) throws IOException {
    SampleRecording all = recording;
    try {
      for (SidecarLayout layout : ALL) {
        all = layout.with(file, all);
      }
    } catch (IOException e) {
      recording.close();
      throw e;
    }
    return all;
  }
}

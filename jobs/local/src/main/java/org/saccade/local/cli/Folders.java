package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.SidecarLayouts;

/** Folders of recordings in the place of files. */
final class Folders {
  private Folders() {}

  /**
   * The files; in the place of a folder in a known layout its recordings. What is left out is told.
   */
  static List<Path> files(List<Path> paths) throws IOException {
    List<String> leftOut = new ArrayList<>();
    List<Path> files = SidecarLayouts.expand(paths, leftOut);
    leftOut.forEach(line -> System.err.println("saccade: left out: " + Errors.oneLine(line)));
    return files;
  }

  /**
   * The one recording that a path means.
   *
   * @throws Errors.UnusableException if it is a folder of several, naming them
   */
  static Path file(Path path) throws IOException {
    List<Path> files = files(List.of(path));
    if (files.size() > 1) {
      throw new Errors.UnusableException(
          path
              + ": holds "
              + files.size()
              + " recordings; name one of them, such as "
              + files.get(0));
    }
    return files.get(0);
  }
}

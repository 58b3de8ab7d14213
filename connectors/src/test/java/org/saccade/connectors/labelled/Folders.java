package org.saccade.connectors.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of recordings for tests. */
final class Folders {
  private Folders() {}

  static Path file(Path folder, String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, java.util.List.of(lines));
  }

  static void recordings(Path folder, String... names) throws IOException {
    for (String name : names) {
      file(folder, name);
    }
  }
}

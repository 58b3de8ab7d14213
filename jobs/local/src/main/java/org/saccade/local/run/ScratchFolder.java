package org.saccade.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the checkpoints of this process, deleted when it ends, by a signal too. */
final class ScratchFolder {
  private static final int ATTEMPTS = 5;
  private static Path folder;

  private ScratchFolder() {}

  /** The folder; made the first time. */
  static synchronized Path get() {
    if (folder == null) {
      try {
        folder = Files.createTempDirectory("saccade-checkpoints-");
      } catch (IOException e) {
        throw new UncheckedIOException("no folder for checkpoints could be made", e);
      }
      Path made = folder;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made), "scratch-folder-delete"));
    }
    return folder;
  }

  /** Flink may still be writing while the process ends: then what is new is looked for again. */
  private static void delete(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        // Again, and in the end the system's own cleaning of temporary files has it.
      }
    }
  }
}

package org.saccade.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A folder for the files of this process, deleted when it ends, by a signal too. */
public final class ScratchFolder {
  private static final int ATTEMPTS = 80;
  private static final int INTERRUPTED_LOOKS = 30;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static Path folder;

  private ScratchFolder() {}

  /** A folder in it; made the first time. */
  public static Path folder(String name) {
    try {
      return Files.createDirectories(get().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder could be made", e);
    }
  }

  private static synchronized Path get() {
    if (folder == null) {
      // First of all: a process that is ending takes no hook, and then makes no folder.
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> delete(INTERRUPTED_LOOKS), "scratch-folder-delete"));
      try {
        folder = Files.createTempDirectory("saccade-");
      } catch (IOException e) {
        throw new UncheckedIOException("no temporary folder could be made", e);
      }
    }
    return folder;
  }

  /** Deletes it, where all that wrote to it has ended. */
  public static void delete() {
    delete(1);
  }

  /** Until it is found away so often: while a process is interrupted its threads still write. */
  private static synchronized void delete(int looks) {
    if (folder == null) {
      return;
    }
    int gone = 0;
    for (int attempt = 0; attempt < ATTEMPTS && gone < looks; attempt++) {
      try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
        gone = deepestFirst.isEmpty() ? gone + 1 : 0;
      } catch (IOException | UncheckedIOException e) {
        gone = 0;
      }
      if (gone < looks) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
    folder = null;
  }
}

package org.saccade.local.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is there whole or not at all: it is filled beside its place and moved into it by
 * {@link #commit}.
 */
final class OutputFolder implements Closeable {
  private final Path target;
  private final Path part;
  private final Thread hook = new Thread(this::discard, "discard-unfinished-output");

  private OutputFolder(Path target, Path part) {
    this.target = target;
    this.part = part;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * @throws Errors.UnusableException if something is there already, or nothing can be written
   */
  static OutputFolder create(Path target) throws IOException {
    if (Files.exists(target) && !(Files.isDirectory(target) && isEmpty(target))) {
      throw new Errors.UnusableException(
          target + ": is there already, expected no or an empty folder; name another or remove it");
    }
    Path folder = target.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.exists(folder) && !Files.isWritable(folder)) {
      throw new Errors.UnusableException(target + ": may not be written by this user");
    }
    Files.createDirectories(folder);
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return new OutputFolder(target, Files.createDirectory(folder.resolve(name)));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Where to write. */
  Path path() {
    return part;
  }

  /** Puts the folder into its place. */
  void commit() throws IOException {
    Files.deleteIfExists(target);
    Files.move(part, target);
  }

  /** Deletes what was not committed. */
  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook has run.
    }
  }

  private void discard() {
    if (!Files.exists(part)) {
      return;
    }
    try {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(part)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("saccade: " + part + ": could not be deleted: " + e.getMessage());
    }
  }
}

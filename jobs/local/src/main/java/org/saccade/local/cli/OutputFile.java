package org.saccade.local.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.saccade.connectors.recording.ReplaceableOutput;

/**
 * A file that is there whole or not at all: it is written beside its place and moved into it by
 * {@link #commit}. What is no plain file, such as a device or a pipe, is written as it comes.
 */
final class OutputFile implements Closeable {
  private final Path target;
  private final Path part;
  private final Thread hook = new Thread(this::discard, "discard-unfinished-output");
  private final OutputStream stream;

  private OutputFile(Path target, Path part) throws IOException {
    this.target = target;
    this.part = part;
    stream =
        part.equals(target)
            ? new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)
            : new ReplaceableOutput(part);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * @throws Errors.UnusableException if nothing can be written there: one line that says why
   */
  static OutputFile create(Path path) throws IOException {
    requireWritable(path);
    // Behind a link it is the file that is replaced, not the link.
    Path target = Files.isRegularFile(path) ? path.toRealPath() : path;
    boolean plain = !Files.exists(target) || Files.isRegularFile(target);
    String part = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return new OutputFile(target, plain ? target.resolveSibling(part) : target);
  }

  /** Fails where a file cannot be written; leaves what is there as it is. */
  static void requireWritable(Path path) {
    if (Files.isDirectory(path)) {
      throw new Errors.UnusableException(path + ": is a folder, expected a file to write");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Errors.UnusableException(
          path + ": there is no folder " + folder + " to write it in; make it first");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new Errors.UnusableException(path + ": may not be written by this user");
    }
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the file, whose stream is closed, into its place. */
  void commit() throws IOException {
    if (!part.equals(target)) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes what was not committed. */
  @Override
  public void close() throws IOException {
    try {
      stream.close();
    } finally {
      discard();
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook has run.
    }
  }

  private void discard() {
    if (part.equals(target)) {
      return;
    }
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      System.err.println("saccade: " + part + ": could not be deleted: " + e.getMessage());
    }
  }
}

package org.saccade.local.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.saccade.connectors.kafka.BrokerUnreachableException;
import org.saccade.connectors.kafka.UnknownTopicException;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.local.broker.BrokerStartException;
import org.saccade.schemas.codec.OutOfFrameException;
import picocli.CommandLine;

/** An error as one line, and its exit status. */
final class Errors {
  /** A job failed. */
  static final int FAILED = 1;

  /** The arguments or the input are unusable. */
  static final int UNUSABLE = 2;

  /** A service cannot be reached. */
  static final int UNREACHABLE = 3;

  /** The user ended it; what a shell calls 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  private Errors() {}

  /** Whether the process is ending already: a JVM that shuts down takes no more hooks. */
  static boolean interrupted(Throwable e) {
    return e instanceof IllegalStateException && "Shutdown in progress".equals(e.getMessage());
  }

  /** Arguments or input that cannot be used. */
  static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }

    UnusableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The same error, its message beginning with the file that it is about. */
  static UnusableException in(Path file, Exception e) {
    return new UnusableException(file + ": " + e.getMessage(), e);
  }

  /**
   * Fails unless a number is in bounds.
   *
   * @throws UnusableException naming option, value and bounds
   */
  static void requireBetween(String option, long value, long min, long max) {
    if (value < min || value > max) {
      throw new UnusableException(
          option
              + " "
              + value
              + ": expected "
              + (max == Long.MAX_VALUE ? "at least " + min : min + " to " + max));
    }
  }

  /** Whether all that happened is that the reader of our stdout has seen enough. */
  static boolean readerGone(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Stdout.StdoutException stdout) {
        return stdout.readerGone();
      }
    }
    return false;
  }

  static int status(Throwable thrown) {
    Throwable e = unwrapped(thrown);
    if (e instanceof BrokerUnreachableException) {
      return UNREACHABLE;
    }
    if (e instanceof UnusableException
        || e instanceof ConfigurationException
        || e instanceof UnreadableRecordingException
        || e instanceof CannotHoldException
        || e instanceof OutOfFrameException
        || e instanceof UnknownTopicException
        || e instanceof BrokerStartException
        || e instanceof FileSystemException
        || e instanceof FileNotFoundException
        || e instanceof BindException
        || e instanceof IllegalArgumentException) {
      return UNUSABLE;
    }
    return FAILED;
  }

  static String message(Throwable thrown) {
    Throwable e = unwrapped(thrown);
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + ": no such file; check the path";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + ": permission denied; change its permissions";
    }
    Throwable told = e;
    while (told.getMessage() == null && told.getCause() != null) {
      told = told.getCause();
    }
    String message =
        told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    boolean ours =
        status(e) == UNUSABLE || e instanceof IOException || e instanceof UncheckedIOException;
    return oneLine(ours ? message : message + " (--debug shows where)");
  }

  private static Throwable unwrapped(Throwable e) {
    return e instanceof UncheckedIOException && !(e instanceof Stdout.StdoutException)
        ? e.getCause()
        : e;
  }

  static String oneLine(String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  /** What the arguments lack, in one line. */
  static String message(CommandLine.ParameterException e) {
    CommandLine line = e.getCommandLine();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && line.getParent() == null
        && !unmatched.isUnknownOption()) {
      return "there is no command "
          + unmatched.getUnmatched().get(0)
          + "; there are: "
          + String.join(", ", line.getSubcommands().keySet());
    }
    return oneLine(e.getMessage()) + "; see: saccade " + path(line) + "--help";
  }

  private static String path(CommandLine line) {
    CommandLine parent = line.getParent();
    return parent == null ? "" : path(parent) + line.getCommandName() + " ";
  }
}

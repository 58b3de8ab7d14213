package org.saccade.local.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

  private Errors() {}

  /** Arguments or input that cannot be used. */
  static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  static int status(Throwable e) {
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

  static String message(Throwable e) {
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + ": no such file";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + ": permission denied";
    }
    Throwable told = e;
    while (told.getMessage() == null && told.getCause() != null) {
      told = told.getCause();
    }
    String message =
        told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
    boolean ours = status(e) == UNUSABLE || e instanceof IOException;
    return oneLine(ours ? message : message + " (--debug shows where)");
  }

  static String oneLine(String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  static String hint(CommandLine.ParameterException e) {
    return "; see: saccade " + path(e.getCommandLine()) + "--help";
  }

  private static String path(CommandLine line) {
    CommandLine parent = line.getParent();
    return parent == null ? "" : path(parent) + line.getCommandName() + " ";
  }
}

package org.saccade.local.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The process's stdout, in UTF-8, as a stream that does not swallow its failures: where a reader
 * such as {@code head} has gone the command ends, and a full disk is an error.
 */
public final class Stdout {
  private Stdout() {}

  /** Puts it in the place of {@link System#out}. */
  public static void install() {
    OutputStream stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(new Loud(stdout), true, StandardCharsets.UTF_8));
  }

  /** Stdout could not be written. Not checked, so that a PrintStream lets it pass. */
  static final class StdoutException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StdoutException(IOException cause) {
      super("stdout: " + cause.getMessage() + "; see that there is room where it goes", cause);
    }

    /** Whether nobody reads it any more: no error. */
    boolean readerGone() {
      String message = getCause().getMessage();
      return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
  }

  static final class Loud extends FilterOutputStream {
    Loud(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) {
      attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int n) {
      attempt(() -> out.write(bytes, from, n));
    }

    @Override
    public void flush() {
      attempt(out::flush);
    }

    private interface Writing {
      void run() throws IOException;
    }

    private static void attempt(Writing writing) {
      try {
        writing.run();
      } catch (IOException e) {
        throw new StdoutException(e);
      }
    }
  }
}

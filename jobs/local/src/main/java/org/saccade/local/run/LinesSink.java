package org.saccade.local.run;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Lines of text into one file, or onto stdout; they are there within 100 ms. For jobs in this
 * process, at parallelism 1: a file that is there is replaced.
 */
final class LinesSink implements Sink<String> {
  private static final long serialVersionUID = 1L;
  private static final long FLUSH_MILLIS = 100;

  private final String file;

  /**
   * @param file path of the file; {@code -}: stdout
   */
  LinesSink(String file) {
    this.file = file;
  }

  @Override
  public SinkWriter<String> createWriter(WriterInitContext context) throws IOException {
    OutputStream out = file.equals("-") ? stdout() : Files.newOutputStream(Path.of(file));
    Writer writer = new Writer(file, new BufferedOutputStream(out, 1 << 16));
    writer.flushLater(context.getProcessingTimeService());
    return writer;
  }

  /** Stdout, which stays open when the job ends. */
  private static OutputStream stdout() {
    return new FilterOutputStream(System.out) {
      @Override
      public void write(byte[] bytes, int from, int n) {
        System.out.write(bytes, from, n);
      }

      @Override
      public void close() {
        System.out.flush();
      }
    };
  }

  private static final class Writer implements SinkWriter<String> {
    private final String file;
    private final OutputStream out;
    private boolean failed;

    Writer(String file, OutputStream out) {
      this.file = file;
      this.out = out;
    }

    void flushLater(ProcessingTimeService time) {
      var unused =
          time.registerTimer(
              time.getCurrentProcessingTime() + FLUSH_MILLIS,
              now -> {
                flush(false);
                flushLater(time);
              });
    }

    private interface Writing {
      void run() throws IOException;
    }

    private void attempt(Writing writing) throws IOException {
      boolean done = false;
      try {
        writing.run();
        done = true;
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      } finally {
        failed |= !done;
      }
    }

    @Override
    public void write(String line, Context context) throws IOException {
      attempt(
          () -> {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
          });
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      attempt(out::flush);
    }

    /** What failed once fails again here: Flink would take that for worse than a failed task. */
    @Override
    public void close() throws IOException {
      try {
        out.close();
      } catch (IOException | UncheckedIOException e) {
        if (!failed) {
          throw e;
        }
      }
    }
  }
}

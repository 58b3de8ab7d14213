package org.saccade.local.run;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Lines of text into one file, or onto stdout. For jobs in this process, at parallelism 1: a file
 * that is there is replaced.
 */
final class LinesSink implements Sink<String> {
  private static final long serialVersionUID = 1L;

  private final String file;

  /**
   * @param file path of the file; {@code -}: stdout
   */
  LinesSink(String file) {
    this.file = file;
  }

  @Override
  public SinkWriter<String> createWriter(WriterInitContext context) throws IOException {
    OutputStream out =
        file.equals("-")
            ? new FileOutputStream(FileDescriptor.out)
            : Files.newOutputStream(Path.of(file));
    return new Writer(new BufferedOutputStream(out, 1 << 16), !file.equals("-"));
  }

  private record Writer(OutputStream out, boolean ours) implements SinkWriter<String> {
    @Override
    public void write(String line, Context context) throws IOException {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.flush();
      if (ours) {
        out.close();
      }
    }
  }
}

package org.saccade.connectors.recording.gaze;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of text, none longer than {@value #MAX_LINE_BYTES} bytes: longer ones are passed over. */
public final class LineSource implements Closeable {
  static final int MAX_LINE_BYTES = 1 << 14;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int from;
  private int to;
  private long position;
  private long tooLong;

  /**
   * @param skipBytes where the first line begins
   */
  public LineSource(InputStream in, long skipBytes) throws IOException {
    this.in = in;
    in.skipNBytes(skipBytes);
    position = skipBytes;
  }

  /** The next line without its end; null after the last. */
  public String next() throws IOException {
    int n = 0;
    boolean cut = false;
    while (true) {
      if (from == to && !fill()) {
        if (n == 0 && !cut) {
          return null;
        }
        if (!cut) {
          return text(n);
        }
        return null;
      }
      byte b = buffer[from++];
      position++;
      if (b == '\n') {
        if (!cut) {
          return text(n);
        }
        n = 0;
        cut = false;
      } else if (n < MAX_LINE_BYTES) {
        line[n++] = b;
      } else if (!cut) {
        cut = true;
        tooLong++;
      }
    }
  }

  private String text(int n) {
    int length = n > 0 && line[n - 1] == '\r' ? n - 1 : n;
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** Bytes taken so far. */
  public long position() {
    return position;
  }

  /** Lines passed over. */
  long tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

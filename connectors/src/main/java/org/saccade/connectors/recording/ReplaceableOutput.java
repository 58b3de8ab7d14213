package org.saccade.connectors.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written from its start to its end, some of whose bytes can be replaced afterwards:
 * for formats whose head tells what is known only at the end.
 */
public final class ReplaceableOutput extends OutputStream {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /** Creates the file, or empties the one that is there. */
  public ReplaceableOutput(Path path) throws IOException {
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length > buffer.remaining()) {
      flush();
    }
    if (length > buffer.remaining()) {
      writeWhole(ByteBuffer.wrap(bytes, from, length));
    } else {
      buffer.put(bytes, from, length);
    }
  }

  private void writeWhole(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void flush() throws IOException {
    writeWhole(buffer.flip());
    buffer.clear();
  }

  /** Replaces bytes that were written; what is written next comes behind the end as before. */
  public void replace(long position, byte[] bytes) throws IOException {
    flush();
    long end = channel.position();
    if (position < 0 || position > end - bytes.length) {
      throw new IllegalArgumentException(
          "bytes " + position + " to " + (position + bytes.length) + " must be within " + end);
    }
    channel.position(position);
    writeWhole(ByteBuffer.wrap(bytes));
    channel.position(end);
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (FileChannel ended = channel) {
      flush();
    }
  }
}

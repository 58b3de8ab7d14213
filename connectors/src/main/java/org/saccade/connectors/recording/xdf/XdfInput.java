package org.saccade.connectors.recording.xdf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Little-endian values of a file, up to a limit that the caller moves: the end of a chunk. */
final class XdfInput implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Longest text that is read, bytes. */
  static final int MAX_TEXT = 1 << 22;

  private final SeekableByteChannel channel;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final long size;

  /** Place in the file of the buffer's first byte. */
  private long bufferStart;

  private int from;
  private int to;
  private long limit;

  XdfInput(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    size = channel.size();
    limit = size;
  }

  /** Bytes of the file. */
  long size() {
    return size;
  }

  long position() {
    return bufferStart + from;
  }

  /** Goes to a place, and reads on to another at most. */
  void seek(long position, long end) throws IOException {
    limit = Math.min(size, end);
    if (position >= bufferStart && position <= bufferStart + to) {
      from = (int) (position - bufferStart);
      return;
    }
    channel.position(position);
    bufferStart = position;
    from = 0;
    to = 0;
  }

  /** Bytes up to the limit. */
  long remaining() {
    return limit - position();
  }

  void skip(long bytes) throws IOException {
    need(bytes);
    seek(position() + bytes, limit);
  }

  private void need(long bytes) throws EOFException {
    if (bytes < 0 || bytes > remaining()) {
      throw new EOFException();
    }
  }

  /**
   * An unsigned value; one of 8 bytes is signed.
   *
   * @param bytes 1 to 8
   * @throws EOFException if the limit or the file's end is nearer
   */
  long unsigned(int bytes) throws IOException {
    need(bytes);
    if (to - from < bytes) {
      fill(bytes);
    }
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | buffer[from + i] & 0xFF;
    }
    from += bytes;
    return value;
  }

  double real() throws IOException {
    return Double.longBitsToDouble(unsigned(8));
  }

  /**
   * A length: a byte that says in how many bytes it is, and those.
   *
   * @return -1 where that byte is none of 1, 4 and 8, or the length is negative
   */
  long length() throws IOException {
    int bytes = (int) unsigned(1);
    return bytes == 1 || bytes == 4 || bytes == 8 ? Math.max(-1, unsigned(bytes)) : -1;
  }

  /**
   * UTF-8; what is none becomes a replacement character.
   *
   * @throws EOFException if it is longer than {@link #MAX_TEXT} or than what is left
   */
  String text(long bytes) throws IOException {
    need(bytes);
    if (bytes > MAX_TEXT) {
      throw new EOFException();
    }
    byte[] text = new byte[(int) bytes];
    for (int done = 0; done < text.length; ) {
      if (from == to) {
        fill(1);
      }
      int n = Math.min(text.length - done, to - from);
      System.arraycopy(buffer, from, text, done, n);
      from += n;
      done += n;
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private void fill(int least) throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    bufferStart += from;
    to -= from;
    from = 0;
    ByteBuffer target = ByteBuffer.wrap(buffer, to, BUFFER_BYTES - to);
    while (to < least) {
      int n = channel.read(target);
      if (n < 0) {
        throw new EOFException();
      }
      to += n;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

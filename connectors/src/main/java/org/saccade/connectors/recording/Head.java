package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * The first bytes of a recording, for recognising it.
 *
 * @param bytes at most {@link #MAX_BYTES}; at most {@link #MAX_HEADER_BYTES} where a header is so
 *     long
 * @param complete whether that is all of the recording
 */
public record Head(byte[] bytes, boolean complete) {
  /** How far a format may look to know itself. */
  public static final int MAX_BYTES = 1 << 16;

  /** Longest header of a recording that says of itself that it is longer than that. */
  public static final int MAX_HEADER_BYTES = 1 << 22;

  private static final int MAX_EMPTY_READS = 1 << 10;
  private static final int FIRST_BYTES = 1 << 12;

  public int length() {
    return bytes.length;
  }

  /** Reads the head of a recording: {@link #MAX_BYTES}, or all of it where it is shorter. */
  static Head read(ReadableByteChannel channel) throws IOException {
    return read(channel, new byte[FIRST_BYTES], 0, MAX_BYTES);
  }

  /** Reads on: four times as much, or all of the recording. */
  Head longer(ReadableByteChannel channel) throws IOException {
    return complete ? this : read(channel, bytes, bytes.length, 4 * bytes.length);
  }

  private static Head read(ReadableByteChannel channel, byte[] first, int length, int max)
      throws IOException {
    byte[] bytes = first;
    int n = length;
    while (n < max) {
      if (n == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(max, 4 * n));
      }
      int more = readSome(channel, bytes, n);
      if (more < 0) {
        return new Head(Arrays.copyOf(bytes, n), true);
      }
      n += more;
    }
    return new Head(bytes, false);
  }

  /**
   * Reads at least one byte into {@code bytes} from {@code offset} on; -1 at the end.
   *
   * @throws IOException if the channel gives nothing again and again: it is not a blocking one
   */
  static int readSome(ReadableByteChannel channel, byte[] bytes, int offset) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    for (int tries = 0; tries < MAX_EMPTY_READS; tries++) {
      int n = channel.read(target);
      if (n != 0) {
        return n;
      }
    }
    throw new IOException(
        "a channel gave no byte in " + MAX_EMPTY_READS + " reads; expected one that blocks");
  }

  /** Whether the recording begins with these ASCII characters. */
  public boolean startsWith(String ascii) {
    if (bytes.length < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

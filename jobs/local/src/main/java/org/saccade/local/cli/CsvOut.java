package org.saccade.local.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text onto a stream through one buffer: numbers are written as digits, nothing is allocated. */
final class CsvOut implements Closeable {
  private static final byte[] MIN_LONG =
      Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] digits = new byte[20];
  private int size;

  CsvOut(OutputStream out) {
    this.out = out;
  }

  CsvOut text(String s) throws IOException {
    return bytes(s.getBytes(StandardCharsets.UTF_8));
  }

  CsvOut bytes(byte[] some) throws IOException {
    for (byte b : some) {
      put(b);
    }
    return this;
  }

  CsvOut put(int b) throws IOException {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) b;
    return this;
  }

  CsvOut number(long value) throws IOException {
    if (buffer.length - size < 24) {
      flush();
    }
    if (value == Long.MIN_VALUE) {
      System.arraycopy(MIN_LONG, 0, buffer, size, MIN_LONG.length);
      size += MIN_LONG.length;
      return this;
    }
    long v = value;
    if (v < 0) {
      buffer[size++] = '-';
      v = -v;
    }
    int at = digits.length;
    do {
      digits[--at] = (byte) ('0' + v % 10);
      v /= 10;
    } while (v != 0);
    System.arraycopy(digits, at, buffer, size, digits.length - at);
    size += digits.length - at;
    return this;
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  /** Hands on what is held; the stream below stays open. */
  @Override
  public void close() throws IOException {
    flush();
    out.flush();
  }
}

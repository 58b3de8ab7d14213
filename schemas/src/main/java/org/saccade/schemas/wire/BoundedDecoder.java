package org.saccade.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding over one array, with every declared length checked against the bytes that
 * are left before anything is allocated. (Avro's own decoder allocates what a forged length asks.)
 */
final class BoundedDecoder extends Decoder {
  private final boolean shareBytes;
  private byte[] in = new byte[0];
  private int position;
  private int end;

  /**
   * @param shareBytes whether fields of bytes are views of the decoded array instead of copies
   */
  BoundedDecoder(boolean shareBytes) {
    this.shareBytes = shareBytes;
  }

  /** Sets the bytes to decode, {@code bytes[from, to)}. */
  void bytes(byte[] bytes, int from, int to) {
    in = bytes;
    position = from;
    end = to;
  }

  /** Position of the next byte. */
  int position() {
    return position;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    int b = next();
    if (b != 0 && b != 1) {
      throw new AvroRuntimeException("byte " + b + " is no boolean");
    }
    return b == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw new AvroRuntimeException("value " + value + " is no 32-bit integer");
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int b = next();
      value |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new AvroRuntimeException("a varint is longer than 10 bytes");
  }

  @Override
  public float readFloat() throws IOException {
    return Float.intBitsToFloat((int) fixed(4));
  }

  @Override
  public double readDouble() throws IOException {
    return Double.longBitsToDouble(fixed(8));
  }

  private long fixed(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) next() << 8 * i;
    }
    return value;
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    int n = length();
    String s = new String(in, position, n, StandardCharsets.UTF_8);
    position += n;
    return s;
  }

  @Override
  public void skipString() throws IOException {
    skipBytes();
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    int n = length();
    ByteBuffer bytes =
        shareBytes
            ? ByteBuffer.wrap(in, position, n)
            : ByteBuffer.wrap(Arrays.copyOfRange(in, position, position + n));
    position += n;
    return bytes;
  }

  @Override
  public void skipBytes() throws IOException {
    int n = length();
    position += n;
  }

  @Override
  public void readFixed(byte[] bytes, int start, int n) throws IOException {
    require(n);
    System.arraycopy(in, position, bytes, start, n);
    position += n;
  }

  @Override
  public void skipFixed(int n) throws IOException {
    require(n);
    position += n;
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return arrayNext();
  }

  /** Items of our arrays take at least a byte each, so a block holds no more items than bytes. */
  @Override
  public long arrayNext() throws IOException {
    long n = readLong();
    if (n < 0) {
      readLong();
      n = -n;
    }
    if (n < 0 || n > end - position) {
      throw new EOFException("array block of " + n + " items in " + (end - position) + " bytes");
    }
    return n;
  }

  @Override
  public long skipArray() throws IOException {
    while (true) {
      long n = readLong();
      if (n > end - position) {
        throw new EOFException("array block of " + n + " items in " + (end - position) + " bytes");
      }
      if (n >= 0) {
        return n;
      }
      long bytes = readLong();
      if (bytes < 0 || bytes > end - position) {
        throw new EOFException("array block of " + bytes + " bytes, " + (end - position) + " left");
      }
      position += (int) bytes;
    }
  }

  @Override
  public long readMapStart() throws IOException {
    return arrayNext();
  }

  @Override
  public long mapNext() throws IOException {
    return arrayNext();
  }

  @Override
  public long skipMap() throws IOException {
    return skipArray();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  private int next() throws IOException {
    if (position == end) {
      throw new EOFException("the record ends inside of a field");
    }
    return in[position++] & 0xFF;
  }

  private int length() throws IOException {
    long n = readLong();
    if (n < 0 || n > end - position) {
      throw new EOFException("a field of " + n + " bytes, " + (end - position) + " left");
    }
    return (int) n;
  }

  private void require(int n) throws IOException {
    if (n > end - position) {
      throw new EOFException("a field of " + n + " bytes, " + (end - position) + " left");
    }
  }
}

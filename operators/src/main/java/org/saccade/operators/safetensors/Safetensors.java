package org.saccade.operators.safetensors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of named tensors.
 *
 * @param metadata text by key
 * @param tensors by name, in the order of the file
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
  /** The longest header that is read, in bytes; the format's own bound is 100 MB. */
  public static final int MAX_HEADER = 1 << 20;

  /** The longest file that is read, in bytes. */
  public static final int MAX_FILE = 1 << 28;

  public Safetensors {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * Reads a file.
   *
   * @throws SafetensorsException with the file's name where it is damaged or of another kind
   */
  public static Safetensors read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_FILE) {
      throw new SafetensorsException(
          file + ": " + size + " bytes; at most " + MAX_FILE + " bytes are read");
    }
    try {
      return parse(Files.readAllBytes(file));
    } catch (SafetensorsException e) {
      throw new SafetensorsException(file + ": " + e.getMessage());
    }
  }

  /**
   * Reads a file's bytes.
   *
   * @throws SafetensorsException with the tensor's name where the bytes are damaged
   */
  public static Safetensors parse(byte[] bytes) throws SafetensorsException {
    if (bytes.length < 10) {
      throw new SafetensorsException(
          "no safetensors file: " + bytes.length + " bytes, and the shortest has 10");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = in.getLong();
    if (length < 2 || length > MAX_HEADER || length > bytes.length - 8) {
      throw new SafetensorsException(
          "no safetensors file: its header would have "
              + Long.toUnsignedString(length)
              + " bytes, of "
              + (bytes.length - 8)
              + " in the file; at most "
              + MAX_HEADER
              + " are read");
    }
    Header header = new HeaderParser(bytes, 8, 8 + (int) length).parse();
    int start = 8 + (int) length;
    fillsTheRest(header.entries(), bytes.length - start);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Header.Entry entry : header.entries()) {
      tensors.put(entry.name(), tensor(in, start, entry));
    }
    return new Safetensors(header.metadata(), tensors);
  }

  private static void fillsTheRest(List<Header.Entry> entries, int rest)
      throws SafetensorsException {
    List<Header.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Header.Entry::begin).thenComparingLong(Header.Entry::end));
    long at = 0;
    for (Header.Entry entry : sorted) {
      if (entry.begin() != at || entry.end() < at || entry.end() > rest) {
        throw new SafetensorsException(
            "tensor "
                + entry.name()
                + ": lies at "
                + entry.begin()
                + " to "
                + entry.end()
                + ", where "
                + at
                + " to at most "
                + rest
                + " was expected");
      }
      at = entry.end();
    }
    if (at != rest) {
      throw new SafetensorsException(
          (rest - at) + " bytes after the last tensor belong to none; the file is damaged");
    }
  }

  private static Tensor tensor(ByteBuffer in, int start, Header.Entry entry)
      throws SafetensorsException {
    long size = Tensor.size(entry.shape());
    long bytes = entry.end() - entry.begin();
    if (size < 0 || size * entry.type().bytes() != bytes) {
      throw new SafetensorsException(
          "tensor "
              + entry.name()
              + ": "
              + bytes
              + " bytes cannot hold "
              + entry.type()
              + " of shape "
              + Arrays.toString(entry.shape()));
    }
    double[] values = new double[(int) size];
    int at = start + (int) entry.begin();
    for (int i = 0; i < values.length; i++, at += entry.type().bytes()) {
      values[i] =
          switch (entry.type()) {
            case F32 -> in.getFloat(at);
            case F64 -> in.getDouble(at);
            case I64 -> in.getLong(at);
          };
    }
    return new Tensor(entry.type(), entry.shape(), values);
  }

  /** The file's bytes; the same tensors and text give the same bytes. */
  public byte[] toBytes() {
    byte[] header = HeaderWriter.write(this).getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + 7) & ~7;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).array());
    out.writeBytes(header);
    for (int i = header.length; i < padded; i++) {
      out.write(' ');
    }
    for (Tensor tensor : tensors.values()) {
      ByteBuffer buffer =
          ByteBuffer.allocate(tensor.values().length * tensor.type().bytes())
              .order(ByteOrder.LITTLE_ENDIAN);
      for (double value : tensor.values()) {
        switch (tensor.type()) {
          case F32 -> buffer.putFloat((float) value);
          case F64 -> buffer.putDouble(value);
          case I64 -> buffer.putLong((long) value);
        }
      }
      out.writeBytes(buffer.array());
    }
    return out.toByteArray();
  }
}

package org.saccade.connectors.recording.npy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.SampleContents;
import org.saccade.connectors.recording.SampleCopy;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleSource;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Writes a recording as an array of samples x channels, in C order, little-endian: physical values
 * as {@code f8}; stored ones as they are where they are the physical ones.
 */
final class NpyWriter {
  private static final int ALIGNMENT = 64;

  private NpyWriter() {}

  static SampleCopy write(SampleSource source, OutputStream to) throws IOException {
    List<Integer> streams = source.streams();
    if (streams.size() > 1) {
      throw new CannotHoldException(
          "npy", "signals of " + streams.size() + " rates: choose one of them (--signal)");
    }
    SampleContents contents;
    try (SampleRecording recording = source.open(streams.get(0))) {
      contents = SampleContents.of(recording);
    }
    if (contents.stretches().size() > 1) {
      throw new CannotHoldException(
          "npy",
          "a recording of "
              + contents.stretches().size()
              + " stretches: an array has no times, so its holes would be lost");
    }
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    NpyType type = type(contents);
    out.write(header(type, contents));
    try (SampleRecording recording = source.open(streams.get(0))) {
      elements(recording, type, out);
    }
    out.flush();
    return new SampleCopy(
        contents.header(),
        contents.header().channels().size(),
        contents.samples(),
        0,
        contents.markers().size(),
        0,
        0,
        contents.violations());
  }

  private static NpyType type(SampleContents contents) {
    boolean stored =
        contents.header().channels().stream().allMatch(c -> c.scale() == 1 && c.offset() == 0);
    SampleEncoding encoding = contents.header().encoding();
    return !stored
        ? NpyType.F8
        : switch (encoding) {
          case INT16 -> NpyType.I2;
          case INT24, INT32 -> NpyType.I4;
          case FLOAT32 -> NpyType.F4;
          default -> NpyType.F8;
        };
  }

  private static byte[] header(NpyType type, SampleContents contents) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "{'descr': '<%s', 'fortran_order': False, 'shape': (%d, %d), }",
                type.name().toLowerCase(Locale.ROOT),
                contents.samples(),
                contents.header().channels().size()));
    int prefix = NpyHeader.MAGIC.length() + 4;
    while ((prefix + text.length() + 1) % ALIGNMENT != 0) {
      text.append(' ');
    }
    text.append('\n');
    ByteBuffer bytes = ByteBuffer.allocate(prefix + text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 1).put((byte) 0);
    bytes.putShort((short) text.length());
    bytes.put(text.toString().getBytes(StandardCharsets.US_ASCII));
    return bytes.array();
  }

  private static void elements(SampleRecording recording, NpyType type, OutputStream out)
      throws IOException {
    SampleBatch batch = new SampleBatch();
    List<SampleChannel> channels = recording.header().channels();
    ByteBuffer row =
        ByteBuffer.allocate(channels.size() * type.width()).order(ByteOrder.LITTLE_ENDIAN);
    while (recording.read(batch)) {
      for (int i = 0; i < batch.size(); i++) {
        row.clear();
        for (int c = 0; c < channels.size(); c++) {
          double value = channels.get(c).physical(batch.channel(c)[i]);
          switch (type) {
            case I2 -> row.putShort((short) value);
            case I4 -> row.putInt((int) value);
            case F4 -> row.putFloat((float) value);
            default -> row.putDouble(value);
          }
        }
        out.write(row.array());
      }
    }
  }
}

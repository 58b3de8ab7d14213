package org.saccade.connectors.recording.xdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleRecording;

/** Builds files chunk by chunk. */
final class XdfFiles {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  XdfFiles() {
    out.writeBytes("XDF:".getBytes(StandardCharsets.US_ASCII));
    chunk(1, "<?xml version=\"1.0\"?><info><version>1.0</version></info>".getBytes());
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  XdfFiles chunk(int tag, byte[] content) {
    out.write(4);
    out.writeBytes(little(4).putInt(content.length + 2).array());
    out.writeBytes(little(2).putShort((short) tag).array());
    out.writeBytes(content);
    return this;
  }

  XdfFiles stream(int id, String type, int channels, String rate, String format, String more) {
    String xml =
        "<?xml version=\"1.0\"?><info><name>s%d</name><type>%s</type><channel_count>%d</channel_count>"
                .formatted(id, type, channels)
            + "<nominal_srate>%s</nominal_srate><channel_format>%s</channel_format>%s</info>"
                .formatted(rate, format, more);
    return chunk(2, withId(id, xml.getBytes(StandardCharsets.UTF_8)));
  }

  XdfFiles offset(int id, double time, double value) {
    return chunk(4, withId(id, little(16).putDouble(time).putDouble(value).array()));
  }

  /** Samples of one channel of int16, the first stamped. */
  XdfFiles samples(int id, double time, int... values) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(1);
    content.write(values.length);
    for (int i = 0; i < values.length; i++) {
      content.write(i == 0 ? 8 : 0);
      if (i == 0) {
        content.writeBytes(little(8).putDouble(time).array());
      }
      content.writeBytes(little(2).putShort((short) values[i]).array());
    }
    return chunk(3, withId(id, content.toByteArray()));
  }

  XdfFiles text(int id, double time, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = little(2 + 9 + 2 + bytes.length);
    content.put((byte) 1).put((byte) 1).put((byte) 8).putDouble(time);
    content.put((byte) 1).put((byte) bytes.length).put(bytes);
    return chunk(3, withId(id, content.array()));
  }

  XdfFiles boundary() {
    return chunk(5, little(16).putLong(Chunks.BOUNDARY[0]).putLong(Chunks.BOUNDARY[1]).array());
  }

  XdfFiles bytes(byte... raw) {
    out.writeBytes(raw);
    return this;
  }

  private static byte[] withId(int id, byte[] content) {
    return little(4 + content.length).putInt(id).put(content).array();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  SampleRecording open() throws IOException {
    return open(bytes());
  }

  static SampleRecording open(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("saccade", ".xdf");
    try {
      Files.write(file, bytes);
      return new XdfFormat().open(file, null, ReadOptions.DEFAULT);
    } finally {
      // The open channel keeps the content.
      Files.delete(file);
    }
  }
}

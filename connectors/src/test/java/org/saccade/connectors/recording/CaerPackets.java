package org.saccade.connectors.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;

/** Builds AEDAT 3.1 recordings, packet by packet. */
final class CaerPackets {
  static final String LINES =
      "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DAVIS346\r\n#!END-HEADER\r\n";
  static final int SPECIAL = 0;
  static final int POLARITY = 1;
  static final int FRAME = 2;
  static final int IMU6 = 3;
  static final int IMU9 = 4;
  private static final int PACKET_EVENTS = 100;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  CaerPackets(String lines) {
    out.writeBytes(lines.getBytes(StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** A packet of whole events of {@code size} bytes each, its capacity their number. */
  CaerPackets packet(int type, int source, int size, int overflow, byte[] events) {
    int number = events.length / size;
    return header(type, source, size, 4, overflow, number, number, number).raw(events);
  }

  CaerPackets header(
      int type,
      int source,
      int size,
      int timeOffset,
      int overflow,
      int capacity,
      int number,
      int valid) {
    ByteBuffer header = little(28).putShort((short) type).putShort((short) source);
    header.putInt(size).putInt(timeOffset).putInt(overflow);
    return raw(header.putInt(capacity).putInt(number).putInt(valid).array());
  }

  CaerPackets raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  static byte[] polarity(int x, int y, int p, int time) {
    return little(8).putInt(1 | p << 1 | y << 2 | x << 17).putInt(time).array();
  }

  static byte[] special(int type, int time) {
    return little(8).putInt(1 | type << 1).putInt(time).array();
  }

  /** Values in the order of the file: acceleration, angular velocity, temperature, field. */
  static byte[] imu(int time, float... values) {
    ByteBuffer event = little(8 + 4 * values.length).putInt(1).putInt(time);
    for (float value : values) {
      event.putFloat(value);
    }
    return event.array();
  }

  /** Pixels of 16 bits, red first, {@code channels} each; exposed from time to time + 10. */
  static byte[] frame(int time, int channels, int width, int height, int... pixels) {
    ByteBuffer event = little(36 + 2 * pixels.length).putInt(1 | channels << 1);
    event.putInt(time - 5).putInt(time + 15).putInt(time).putInt(time + 10);
    event.putInt(width).putInt(height).putInt(3).putInt(4);
    for (int pixel : pixels) {
      event.putShort((short) pixel);
    }
    return event.array();
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A whole recording of one camera: packets end at a hundred events and where time overflows. */
  static byte[] record(EventBatch events) {
    CaerPackets packets = new CaerPackets(LINES.replace("DAVIS346", "DVXplorer"));
    int i = 0;
    while (i < events.size()) {
      int overflow = (int) (events.t(i) >> 31);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int stop = Math.min(events.size(), i + PACKET_EVENTS);
      for (; i < stop && events.t(i) >> 31 == overflow; i++) {
        int time = (int) (events.t(i) & Integer.MAX_VALUE);
        body.writeBytes(polarity(events.x(i), events.y(i), events.p(i), time));
      }
      packets.packet(POLARITY, 1, 8, overflow, body.toByteArray());
    }
    return packets.bytes();
  }

  /** A packet of samples, as {@link #IMU9}. */
  CaerPackets imu(ImuBatch imu) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int[] order = {1, 2, 3, 4, 5, 6, 0, 7, 8, 9};
    for (int i = 0; i < imu.size(); i++) {
      float[] values = new float[order.length];
      for (int k = 0; k < order.length; k++) {
        values[k] = imu.value(i, order[k]);
      }
      body.writeBytes(imu((int) imu.t(i), values));
    }
    return packet(IMU9, 1, 48, 0, body.toByteArray());
  }

  /** A packet of one gray frame of 16 bits. */
  CaerPackets frame(Frame frame) {
    int[] pixels = new int[frame.width() * frame.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = frame.pixels()[2 * i] & 0xFF | (frame.pixels()[2 * i + 1] & 0xFF) << 8;
    }
    byte[] event = frame((int) frame.exposureStart(), 1, frame.width(), frame.height(), pixels);
    return packet(FRAME, 1, event.length, 0, event);
  }
}

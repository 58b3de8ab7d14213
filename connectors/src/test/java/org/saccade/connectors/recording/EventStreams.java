package org.saccade.connectors.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.saccade.schemas.batch.EventBatch;

/** Event Stream recordings, byte by byte. */
final class EventStreams {
  static final int GENERIC = 0;
  static final int DVS = 1;
  static final int ATIS = 2;
  static final int COLOR = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EventStreams() {}

  /** A header without a frame. */
  static EventStreams generic() {
    return new EventStreams().text("Event Stream").bytes(2, 0, 0, GENERIC);
  }

  static EventStreams of(int kind, int width, int height) {
    return new EventStreams().text("Event Stream").bytes(2, 0, 0, kind).u16(width).u16(height);
  }

  EventStreams bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  EventStreams text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  EventStreams bytes(byte[] some) {
    out.writeBytes(some);
    return this;
  }

  EventStreams u16(int value) {
    return bytes(value & 0xFF, value >> 8);
  }

  /** A record of {@code dvs} or {@code atis}; {@code y} from the bottom. */
  EventStreams pixel(int head, int x, int y) {
    return bytes(head).u16(x).u16(y);
  }

  byte[] done() {
    return out.toByteArray();
  }

  /** Contrast events as kind {@code atis}, for a frame of 304 x 240. */
  static byte[] atis(EventBatch events) {
    EventStreams stream = of(ATIS, 304, 240);
    long time = 0;
    for (int i = 0; i < events.size(); i++) {
      long passed = events.t(i) - time;
      for (; passed >= 189; passed -= 189) {
        stream.bytes(0xFF);
      }
      if (passed >= 63) {
        stream.bytes(0xFC | (int) passed / 63);
        passed %= 63;
      }
      int head = (int) passed << 2 | events.p(i) << 1;
      stream.pixel(head, events.x(i), 239 - events.y(i));
      time = events.t(i);
    }
    return stream.done();
  }

  /** Some colours, exposures and bytes, for tests that mutate them. */
  static byte[][] samples() {
    EventStreams colors = of(COLOR, 320, 240);
    EventStreams exposures = of(ATIS, 304, 240);
    EventStreams words = generic();
    for (int i = 0; i < 30; i++) {
      colors.bytes(i % 7 == 0 ? 0xFF : 0xFE).pixel(i, 3 * i, 2 * i).bytes(i, 255 - i, 7);
      exposures.pixel(i << 2 | i & 3, i, i);
      words.bytes(i).bytes(5 << 1).text("event");
    }
    words.bytes(3, 1 | (200 & 0x7F) << 1, 200 >> 7 << 1).bytes(new byte[200]);
    return new byte[][] {colors.done(), exposures.done(), words.done()};
  }
}

package org.saccade.operators.events;

import java.util.Arrays;
import java.util.Random;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** Columnar packets of a small camera, 10 ms each. */
final class Packets {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;
  static final long MICROS = 10_000;

  private Packets() {}

  /** A packet of the given events {t, x, y, p}. */
  static RawEventPacket packet(String stream, String session, long sequence, long[]... events) {
    EventBatch batch = new EventBatch(Math.max(1, events.length));
    for (long[] e : events) {
      batch.add(e[0], (int) e[1], (int) e[2], (int) e[3]);
    }
    return packet(stream, session, sequence, batch);
  }

  static RawEventPacket packet(String stream, String session, long sequence, EventBatch batch) {
    long base = batch.size() == 0 ? sequence * MICROS : batch.t(0);
    long end = batch.size() == 0 ? base : batch.t(batch.size() - 1);
    byte[] payload = new byte[ColumnarCodec.maxBytes(batch.size())];
    int length = ColumnarCodec.encode(batch, 0, batch.size(), base, payload, 0);
    return new RawEventPacket(
        stream,
        session,
        sequence,
        base,
        end,
        RawEventPacket.NO_EPOCH,
        WIDTH,
        HEIGHT,
        EventEncoding.COLUMNAR,
        new byte[0],
        batch.size(),
        false,
        Arrays.copyOf(payload, length),
        0,
        new Origin("dvs.events", 0, sequence, 1_000));
  }

  /**
   * Random events of packet {@code sequence} of a clock that began at {@code clock}, on a hundred
   * pixels, so that they meet.
   */
  static RawEventPacket random(String stream, String session, long sequence, long clock, int n) {
    Random random = new Random(stream.hashCode() * 31L + session.hashCode() * 7L + sequence);
    EventBatch batch = new EventBatch(n);
    for (int i = 0; i < n; i++) {
      long t = clock + sequence * MICROS + i * MICROS / n;
      batch.add(t, random.nextInt(10), 30 + random.nextInt(10), random.nextInt(2));
    }
    return packet(stream, session, sequence, batch);
  }

  static RawEventPacket asLast(RawEventPacket p) {
    return with(p, p.width(), p.count(), true, p.record());
  }

  static RawEventPacket withWidth(RawEventPacket p, int width) {
    return with(p, width, p.count(), p.last(), p.record());
  }

  static RawEventPacket withPayload(RawEventPacket p, byte[] payload) {
    return with(p, p.width(), p.count(), p.last(), payload);
  }

  private static RawEventPacket with(
      RawEventPacket p, int width, int count, boolean last, byte[] record) {
    return new RawEventPacket(
        p.stream(),
        p.session(),
        p.sequence(),
        p.timeBase(),
        p.timeEnd(),
        p.epochMicros(),
        width,
        p.height(),
        p.encoding(),
        p.decoderState(),
        count,
        last,
        record,
        0,
        p.origin());
  }
}

package org.saccade.schemas.wire;

import java.nio.ByteBuffer;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;

/** Packets for tests. */
public final class Packets {
  private Packets() {}

  /** A packet's header with a value in every field; the payload is empty. */
  public static EventPacket header() {
    return EventPacket.newBuilder()
        .setStream("cam0")
        .setSession("s1")
        .setSequence(3)
        .setTimeBase(1000)
        .setTimeEnd(2000)
        .setEpochMicros(null)
        .setWidth(640)
        .setHeight(480)
        .setEncoding(EventEncoding.COLUMNAR)
        .setDecoderState(ByteBuffer.allocate(0))
        .setCount(0)
        .setLast(false)
        .setPayload(ByteBuffer.allocate(0))
        .build();
  }

  /** A packet in one of the sensors' own encodings. */
  public static EventPacket words(
      EventEncoding encoding, byte[] decoderState, int count, byte[] payload) {
    EventPacket packet = header();
    packet.setEncoding(encoding);
    packet.setDecoderState(ByteBuffer.wrap(decoderState));
    packet.setCount(count);
    packet.setPayload(ByteBuffer.wrap(payload));
    return packet;
  }

  /** Some events of 640x480 from t=1000 on, with a step back. */
  public static EventBatch events(int n) {
    EventBatch batch = new EventBatch(Math.max(1, n));
    for (int i = 0; i < n; i++) {
      batch.add(1000 + i * 7L - (i == 5 ? 9 : 0), i * 31 % 640, i * 17 % 480, i & 1);
    }
    return batch;
  }
}

package org.saccade.operators.events;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.saccade.operators.stage.Geometry;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawPacket;

/** Makes the packets of the events that are left. */
final class FilteredPackets {
  private static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private byte[] scratch = new byte[1 << 16];

  /** The batch in place of the packet's payload, columnar; {@code batch} null: no events. */
  EventPacket packet(RawEventPacket packet, Geometry geometry, EventBatch batch) {
    int count = batch == null ? 0 : batch.size();
    ByteBuffer payload = EMPTY;
    if (count > 0) {
      int most = ColumnarCodec.maxBytes(count);
      if (scratch.length < most) {
        scratch = new byte[most];
      }
      int length = ColumnarCodec.encode(batch, 0, count, packet.timeBase(), scratch, 0);
      payload = ByteBuffer.wrap(Arrays.copyOf(scratch, length));
    }
    long epoch = packet.epochMicros();
    return new EventPacket(
        packet.stream(),
        packet.session(),
        packet.sequence(),
        packet.timeBase(),
        packet.timeEnd(),
        epoch == RawPacket.NO_EPOCH ? null : (Long) epoch,
        geometry.width(),
        geometry.height(),
        EventEncoding.COLUMNAR,
        EMPTY,
        count,
        packet.last(),
        payload);
  }
}

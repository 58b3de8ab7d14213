package org.saccade.schemas.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.FlowBatch;

/**
 * The payload of a flow record, 24 bytes a vector, lowest byte first.
 *
 * <pre>  int64 t   u16 x   u16 y   float32 vx   float32 vy   float32 residual</pre>
 */
public final class FlowPayload {
  /** Bytes of a vector. */
  public static final int VECTOR_BYTES = 24;

  private FlowPayload() {}

  /** Vectors {@code from} (inclusive) to {@code to} (exclusive) as bytes. */
  public static byte[] encode(FlowBatch batch, int from, int to) {
    ByteBuffer out =
        ByteBuffer.allocate(Math.multiplyExact(to - from, VECTOR_BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      out.putLong(batch.t()[i]).putShort(batch.x()[i]).putShort(batch.y()[i]);
      out.putFloat(batch.vx()[i]).putFloat(batch.vy()[i]).putFloat(batch.residual()[i]);
    }
    return out.array();
  }

  /**
   * Appends the vectors of a payload.
   *
   * @throws MalformedPayloadException if the bytes are not {@code count} vectors and nothing else
   */
  public static void decode(ByteBuffer payload, int count, FlowBatch batch)
      throws MalformedPayloadException {
    if (count < 0 || (long) count * VECTOR_BYTES != payload.remaining()) {
      throw new MalformedPayloadException(
          String.format(
              "flow payload of %d bytes, expected %d vectors of %d bytes",
              payload.remaining(), count, VECTOR_BYTES));
    }
    ByteBuffer in = payload.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int size = batch.size();
    batch.ensureCapacity(Math.max(1, size + count));
    for (int i = size; i < size + count; i++) {
      batch.t()[i] = in.getLong();
      batch.x()[i] = in.getShort();
      batch.y()[i] = in.getShort();
      batch.vx()[i] = in.getFloat();
      batch.vy()[i] = in.getFloat();
      batch.residual()[i] = in.getFloat();
    }
    batch.size(size + count);
  }
}

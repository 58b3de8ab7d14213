package org.saccade.connectors.recording.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Flatbuffers behind their size, each laid out in one way: every position below is fixed, so none
 * is searched for. Values lie at multiples of their size. One buffer, which grows, serves all.
 *
 * <pre>
 *   0 size, 4 root, 8 four letters, 12 vtable of the root
 *   a vector of structs or tables: 20 root table, 24 offset of the vector, 28 count, 32 elements
 *   tables: behind the vector one vtable for all, then the tables, 4 behind a multiple of 8
 * </pre>
 */
final class Layouts {
  static final int PACKET_HEADER_BYTES = 8;

  /** Bytes of a frame's packet beside its pixels. */
  static final int FRAME_BYTES = 116;

  private static final int ELEMENTS = 32;
  private static final int FRAME_TABLE = 44;
  private static final int[] FRAME_FIELDS = {4, 12, 20, 28, 36, 64, 56, 58, 60, 62, 52, 44};
  private static final int FRAME_TABLE_BYTES = 68;
  private static final int[] EDGE_FIELDS = {4, 12};
  private static final int EDGE_BYTES = 16;
  private static final int[] IMU_FIELDS = {4, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48};
  private static final int IMU_BYTES = 56;
  private static final int[] PACKET_FIELDS = {4, 36, 12, 20, 28};
  private static final int PACKET_BYTES = 48;
  private static final int EVENT_BYTES = 16;

  private ByteBuffer buffer = little(1 << 17);

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] packetHeader(int stream, int size) {
    return little(PACKET_HEADER_BYTES).putInt(stream).putInt(size).array();
  }

  static byte[] int64(long value) {
    return little(8).putLong(value).array();
  }

  ByteBuffer events(EventBatch events) {
    ByteBuffer b = vector(Kind.EVTS.name(), events.size(), EVENT_BYTES * events.size());
    for (int i = 0; i < events.size(); i++) {
      b.putLong(events.t(i)).putShort((short) events.x(i)).putShort((short) events.y(i));
      b.putInt(events.p(i));
    }
    return b.flip();
  }

  ByteBuffer triggers(TriggerBatch edges) {
    int first = tables(Kind.TRIG.name(), edges.size(), EDGE_FIELDS, EDGE_BYTES);
    for (int i = 0; i < edges.size(); i++) {
      buffer.putLong(first + i * EDGE_BYTES + 4, edges.t(i));
      int type = PacketItems.edgeType(edges.id(i), edges.value(i));
      buffer.put(first + i * EDGE_BYTES + 12, (byte) type);
    }
    return buffer.flip();
  }

  /** What a unit does not measure, NaN here, is 0 there, as DV has it. */
  ByteBuffer imu(ImuBatch imu) {
    int first = tables(Kind.IMUS.name(), imu.size(), IMU_FIELDS, IMU_BYTES);
    for (int i = 0; i < imu.size(); i++) {
      int at = first + i * IMU_BYTES;
      buffer.putLong(at + 4, imu.t(i));
      for (int c = 0; c < ImuBatch.CHANNELS.size(); c++) {
        float value = imu.value(i, c);
        buffer.putFloat(at + 12 + 4 * c, Float.isNaN(value) ? 0 : value);
      }
    }
    return buffer.flip();
  }

  ByteBuffer table(List<PacketEntry> packets) {
    int first = tables("FTAB", packets.size(), PACKET_FIELDS, PACKET_BYTES);
    for (int i = 0; i < packets.size(); i++) {
      PacketEntry packet = packets.get(i);
      buffer.position(first + i * PACKET_BYTES + 4);
      buffer.putLong(packet.position()).putLong(packet.items());
      buffer.putLong(packet.first()).putLong(packet.last());
      buffer.putInt(packet.stream()).putInt(packet.size());
    }
    return buffer.position(first + packets.size() * PACKET_BYTES).flip();
  }

  ByteBuffer frame(Frame frame) {
    begin(Kind.FRME.name(), FRAME_BYTES + frame.bytes(), FRAME_FIELDS, FRAME_TABLE_BYTES);
    buffer.putInt(4, FRAME_TABLE - 4);
    buffer.position(FRAME_TABLE);
    buffer.putInt(FRAME_TABLE - 12);
    buffer.putLong(frame.t()).putLong(frame.start()).putLong(frame.end());
    buffer.putLong(frame.exposureStart()).putLong(frame.exposureEnd());
    buffer.putLong(frame.exposureEnd() - frame.exposureStart());
    buffer.putInt(FRAME_BYTES - 4 - (FRAME_TABLE + 52));
    buffer.putShort((short) frame.width()).putShort((short) frame.height());
    buffer.putShort((short) frame.offsetX()).putShort((short) frame.offsetY());
    buffer.putInt(frame.type().code());
    return buffer.putInt(frame.bytes()).put(frame.pixels(), 0, frame.bytes()).flip();
  }

  private void begin(String letters, int bytes, int[] fields, int tableBytes) {
    if (buffer.capacity() < bytes) {
      buffer = little(Math.max(bytes, 2 * buffer.capacity()));
    }
    buffer.clear();
    buffer.putInt(bytes - 4).putInt(0).put(letters.getBytes(StandardCharsets.US_ASCII));
    vtable(fields, tableBytes);
  }

  private void vtable(int[] fields, int tableBytes) {
    buffer.putShort((short) (4 + 2 * fields.length)).putShort((short) tableBytes);
    for (int field : fields) {
      buffer.putShort((short) field);
    }
  }

  /** A root with one vector; the position is at its first element. */
  private ByteBuffer vector(String letters, int count, int bytes) {
    begin(letters, ELEMENTS + bytes, new int[] {4}, 8);
    buffer.putInt(4, 16);
    buffer.position(20);
    return buffer.putInt(8).putInt(4).putInt(count);
  }

  /**
   * A vector of tables, all zero but for where they lie; the position is behind them.
   *
   * @return where the first is
   */
  private int tables(String letters, int count, int[] fields, int each) {
    int vtable = ELEMENTS + 4 * count;
    int first = vtable + 4 + 2 * fields.length;
    first += Math.floorMod(4 - first, 8);
    int end = first + count * each;
    vector(letters, count, end - ELEMENTS);
    Arrays.fill(buffer.array(), ELEMENTS, end, (byte) 0);
    for (int i = 0; i < count; i++) {
      int element = ELEMENTS + 4 * i;
      buffer.putInt(element, first + i * each - element);
      buffer.putInt(first + i * each, first + i * each - vtable);
    }
    buffer.position(vtable);
    vtable(fields, each);
    buffer.position(end);
    return first;
  }
}

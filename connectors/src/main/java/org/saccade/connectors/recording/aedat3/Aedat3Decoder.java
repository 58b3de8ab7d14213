package org.saccade.connectors.recording.aedat3;

import java.nio.ByteBuffer;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** Packets, of which each event is taken as soon as it is whole. */
final class Aedat3Decoder implements EventDecoder {
  private static final int STATE_BYTES = 35;

  /** Every source is taken until a packet has named one. */
  static final int ANY_CAMERA = -1;

  private final PacketHeader header = new PacketHeader();
  private final PacketEvents items;
  private final ViolationCounts violations = new ViolationCounts();
  private int camera;

  /** Whether the last header was impossible and the next one is searched for. */
  private boolean lost;

  /** The packet at hand: its type, its events' size, its overflow, how many are to come. */
  private int type;

  private int size;
  private int overflow;
  private int left;

  /** Bytes to pass over: behind the packet's last event; before the next packet. */
  private long tail;

  private long skip;

  /**
   * @param camera source that is read, or {@link #ANY_CAMERA}: that of the first packet
   * @param height rows where they count from below; 0 where they count from the top
   */
  Aedat3Decoder(int camera, int height) {
    this.camera = camera;
    items = new PacketEvents(height, violations);
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    return decode(bytes, from, to, events, triggers, null);
  }

  @Override
  public int decode(
      byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers, OtherItems others) {
    int i = from;
    while (others == null || !others.isFull()) {
      if (skip > 0) {
        int n = (int) Math.min(skip, to - i);
        i += n;
        skip -= n;
        if (skip > 0) {
          return i;
        }
      }
      if (left == 0) {
        skip = tail;
        tail = 0;
        if (skip > 0) {
          continue;
        }
        if (to - i < PacketHeader.BYTES) {
          return i;
        }
        i += open(bytes, i);
      } else if (others == null && PacketEvents.isOther(type)) {
        skip = (long) left * size;
        left = 0;
      } else {
        int taken = items.take(type, size, overflow, bytes, i, to, left, events, triggers, others);
        left -= taken;
        i += taken * size;
        if (left > 0) {
          return i;
        }
      }
    }
    return i;
  }

  /**
   * Opens the packet whose header is at {@code at}.
   *
   * @return bytes to go on by
   */
  private int open(byte[] bytes, int at) {
    header.read(bytes, at);
    if (!(lost ? header.isTypical() : header.isPossible())) {
      violations.add(Violation.BAD_PACKET, lost ? 0 : 1);
      lost = true;
      return 1;
    }
    lost = false;
    long body = (long) header.size * header.capacity;
    if (!header.isRead()) {
      violations.add(Violation.NOT_READ, 1);
      skip = body;
      return PacketHeader.BYTES;
    }
    camera = camera == ANY_CAMERA ? header.source : camera;
    if (header.source != camera) {
      violations.add(Violation.OTHER_CAMERA, 1);
      skip = body;
      return PacketHeader.BYTES;
    }
    type = header.type;
    size = header.size;
    overflow = header.overflow;
    left = header.number;
    tail = body - (long) header.size * header.number;
    return PacketHeader.BYTES;
  }

  @Override
  public int finish(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    violations.add(Violation.TRUNCATED_TAIL, to - from);
    violations.add(Violation.CUT_PACKET, left > 0 || tail > 0 || skip > 0 ? 1 : 0);
    return to;
  }

  @Override
  public int maxUnitBytes() {
    return PacketHeader.MAX_EVENT_BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** Flag, camera, the packet at hand, what is to be passed over. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES)
        .put((byte) (lost ? 1 : 0))
        .putShort((short) camera)
        .putInt(type)
        .putInt(size)
        .putInt(overflow)
        .putInt(left)
        .putLong(tail)
        .putLong(skip)
        .array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "AEDAT 3 state has " + state.length + " bytes, expected " + STATE_BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    byte flag = in.get();
    int newCamera = in.getShort();
    int newType = in.getInt();
    int newSize = in.getInt();
    int newOverflow = in.getInt();
    int newLeft = in.getInt();
    long newTail = in.getLong();
    long newSkip = in.getLong();
    boolean packet =
        newLeft == 0
            || newLeft > 0
                && PacketHeader.isRead(newType)
                && newSize >= PacketHeader.size(newType)
                && newSize <= PacketHeader.MAX_EVENT_BYTES
                && newOverflow >= 0;
    if (flag < 0 || flag > 1 || newCamera < ANY_CAMERA || !packet || newTail < 0 || newSkip < 0) {
      throw new IllegalArgumentException(
          "AEDAT 3 state has an impossible packet of type="
              + newType
              + " size="
              + newSize
              + " left="
              + newLeft);
    }
    lost = flag == 1;
    camera = newCamera;
    type = newType;
    size = newSize;
    overflow = newOverflow;
    left = newLeft;
    tail = newTail;
    skip = newSkip;
  }

  /** Packets carry whole times: after a break only the next one's header is searched for. */
  @Override
  public void reset(long nearMicros) {
    lost = true;
    left = 0;
    tail = 0;
    skip = 0;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}

package org.saccade.connectors.recording.aedat4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.PixelType;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** What is in an unpacked packet. */
final class PacketItems {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Where a flatbuffer begins behind its size. */
  private static final int START = 4;

  private static final int EVENT_BYTES = 16;

  /** Input and value of an edge by its type; -1: no edge. */
  private static final int[] INPUT = {-1, 0, 0, 0, 3, 3, 4, 4, 5, 5};

  private static final int[] VALUE = {0, 1, 0, 1, 1, 0, 1, 0, 1, 0};
  private static final int TIMESTAMP_RESET = 0;

  private final Unpacked packet;
  private final ViolationCounts violations;
  private final FlatTable table = new FlatTable();
  private Kind kind = Kind.OTHER;
  private int first;
  private int count;

  PacketItems(Unpacked packet, ViolationCounts violations) {
    this.packet = packet;
    this.violations = violations;
  }

  /** Type of an edge of an input; -1: there is none. */
  static int edgeType(int input, int value) {
    for (int type = 1; type < INPUT.length; type++) {
      if (INPUT[type] == input && VALUE[type] == value) {
        return type;
      }
    }
    return -1;
  }

  Kind kind() {
    return kind;
  }

  int count() {
    return count;
  }

  /** Looks at the packet; false where it is none. */
  boolean open() {
    byte[] bytes = packet.bytes();
    int end = packet.size();
    Kind found = Kind.at(bytes, START + 4, end);
    if (found == null || !table.root(bytes, START, end)) {
      return false;
    }
    kind = found;
    first = FlatTable.NONE;
    count = 0;
    if (kind == Kind.FRME) {
      count = 1;
    } else if (kind != Kind.OTHER) {
      first = table.vector(0, kind == Kind.EVTS ? EVENT_BYTES : 4);
      count = first == FlatTable.NONE ? 0 : table.count(first);
      // An empty packet may leave its vector out; one that leads outside is none.
      return first != FlatTable.NONE || table.field(0, 4) == FlatTable.NONE;
    }
    return true;
  }

  /**
   * Gives items from number {@code from} on while there is room.
   *
   * @return number of the first not given
   */
  int give(int from, EventBatch events, TriggerBatch triggers, OtherItems others) {
    int i = from;
    switch (kind) {
      case EVTS:
        int n = Math.max(0, Math.min(count - i, events.room()));
        events(i, n, events);
        return i + n;
      case TRIG:
        for (; i < count && triggers.room() > 0; i++) {
          trigger(i, triggers);
        }
        return i;
      case IMUS:
        for (; i < count && !others.isFull(); i++) {
          imu(i, others.imu());
        }
        return i;
      default:
        if (i < count) {
          frame(others);
        }
        return count;
    }
  }

  private void events(int from, int n, EventBatch events) {
    byte[] bytes = packet.bytes();
    int kept = events.size();
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    int outside = 0;
    int at = first + EVENT_BYTES * from;
    for (int k = 0; k < n; k++, at += EVENT_BYTES) {
      int place = (int) INT.get(bytes, at + 8);
      if ((place & 0x80008000) != 0) {
        outside++;
        continue;
      }
      t[kept] = (long) LONG.get(bytes, at);
      x[kept] = (short) place;
      y[kept] = (short) (place >>> 16);
      p[kept] = (byte) (bytes[at + 12] == 0 ? 0 : 1);
      kept++;
    }
    events.size(kept);
    violations.add(Violation.OUT_OF_FRAME, outside);
  }

  private void trigger(int i, TriggerBatch triggers) {
    if (!table.follow(first + 4 * i)) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    int type = table.int8(1);
    if (type == TIMESTAMP_RESET) {
      violations.add(Violation.CLOCK_RESET, 1);
    } else if (type < 0 || type >= INPUT.length) {
      violations.add(Violation.NOT_READ, 1);
    } else {
      triggers.add(table.int64(0, 0), INPUT[type], VALUE[type]);
    }
  }

  private void imu(int i, ImuBatch imu) {
    if (!table.follow(first + 4 * i)) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    int sample = imu.add(table.int64(0, 0));
    for (int c = 0; c < ImuBatch.CHANNELS.size(); c++) {
      imu.set(sample, c, table.float32(1 + c));
    }
  }

  private void frame(OtherItems others) {
    int code = table.int8(5);
    int width = table.int16(6);
    int height = table.int16(7);
    int pixels = table.vector(10, 1);
    boolean shaped = PixelType.isKnown(code) && width >= 0 && height >= 0;
    int bytes = pixels == FlatTable.NONE ? 0 : table.count(pixels);
    if (!shaped || (long) width * height * new PixelType(code).bytesPerPixel() > bytes) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    Frame frame = others.frame();
    frame.times(
        table.int64(0, 0),
        table.int64(1, 0),
        table.int64(2, 0),
        table.int64(3, 0),
        table.int64(4, 0));
    frame.shape(new PixelType(code), width, height, table.int16(8), table.int16(9));
    System.arraycopy(packet.bytes(), pixels, frame.pixels(), 0, frame.bytes());
    others.frameTaken();
  }
}

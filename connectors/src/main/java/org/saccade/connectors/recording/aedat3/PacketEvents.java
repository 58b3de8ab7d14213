package org.saccade.connectors.recording.aedat3;

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

/** The events of a packet, by its type. */
final class PacketEvents {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int OVERFLOW_BITS = 31;

  /** Channels of {@link ImuBatch} in the order of an event's floats, from byte 8 on. */
  private static final int[] IMU_ORDER = {1, 2, 3, 4, 5, 6, 0, 7, 8, 9};

  private static final int IMU6_VALUES = 7;

  private final int height;
  private final ViolationCounts violations;

  /**
   * @param height rows where they count from below, else 0
   */
  PacketEvents(int height, ViolationCounts violations) {
    this.height = height;
    this.violations = violations;
  }

  /** Whether the type is neither polarity nor special. */
  static boolean isOther(int type) {
    return type > PacketHeader.POLARITY;
  }

  /**
   * Takes whole events from {@code bytes[at, to)}, at most {@code left}, while there is room.
   *
   * @return how many
   */
  int take(
      int type,
      int size,
      int overflow,
      byte[] bytes,
      int at,
      int to,
      int left,
      EventBatch events,
      TriggerBatch triggers,
      OtherItems others) {
    int n = Math.min(left, (to - at) / size);
    long base = (long) overflow << OVERFLOW_BITS;
    switch (type) {
      case PacketHeader.POLARITY:
        n = Math.min(n, events.room());
        polarities(base, size, bytes, at, n, events);
        return n;
      case PacketHeader.SPECIAL:
        n = Math.min(n, triggers.room());
        for (int k = 0; k < n; k++) {
          special(base, bytes, at + k * size, triggers);
        }
        return n;
      case PacketHeader.FRAME:
        int k = 0;
        while (k < n && !others.isFull()) {
          frame(base, size, bytes, at + k * size, others);
          k++;
        }
        return k;
      default:
        n = Math.min(n, others.isFull() ? 0 : others.imu().room());
        for (int j = 0; j < n; j++) {
          imu(base, type, bytes, at + j * size, others.imu());
        }
        return n;
    }
  }

  private void polarities(long base, int size, byte[] bytes, int at, int n, EventBatch events) {
    int kept = events.size();
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    int turn = height == 0 ? 0 : height - 1;
    int sign = height == 0 ? 1 : -1;
    int invalid = 0;
    for (int k = 0; k < n; k++) {
      int data = (int) INT.get(bytes, at + k * size);
      int time = (int) INT.get(bytes, at + k * size + 4);
      if ((data & 1) == 0 || time < 0) {
        invalid++;
        continue;
      }
      t[kept] = base + time;
      x[kept] = (short) (data >>> 17);
      y[kept] = (short) (turn + sign * (data >>> 2 & 0x7FFF));
      p[kept] = (byte) (data >>> 1 & 1);
      kept++;
    }
    events.size(kept);
    violations.add(Violation.INVALID_EVENT, invalid);
  }

  private void special(long base, byte[] bytes, int at, TriggerBatch triggers) {
    int data = (int) INT.get(bytes, at);
    int time = (int) INT.get(bytes, at + 4);
    int type = data >>> 1 & 0x7F;
    if ((data & 1) == 0 || time < 0) {
      violations.add(Violation.INVALID_EVENT, 1);
    } else if (Special.isEdge(type)) {
      triggers.add(base + time, Special.input(type), Special.value(type));
    } else if (type == Special.TIMESTAMP_RESET) {
      violations.add(Violation.CLOCK_RESET, 1);
    } else if (!Special.isKnown(type)) {
      violations.add(Violation.NOT_READ, 1);
    }
  }

  private void imu(long base, int type, byte[] bytes, int at, ImuBatch imu) {
    int time = (int) INT.get(bytes, at + 4);
    if (((int) INT.get(bytes, at) & 1) == 0 || time < 0) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    int i = imu.add(base + time);
    int values = type == PacketHeader.IMU6 ? IMU6_VALUES : IMU_ORDER.length;
    for (int k = 0; k < values; k++) {
      imu.set(i, IMU_ORDER[k], (float) FLOAT.get(bytes, at + 8 + 4 * k));
    }
  }

  private void frame(long base, int size, byte[] bytes, int at, OtherItems others) {
    int info = (int) INT.get(bytes, at);
    int channels = info >>> 1 & 7;
    int width = (int) INT.get(bytes, at + 20);
    int rows = (int) INT.get(bytes, at + 24);
    boolean shaped = width > 0 && rows > 0 && (channels == 1 || channels == 3 || channels == 4);
    int room = size - PacketHeader.FRAME_BYTES;
    if ((info & 1) == 0 || !shaped || (long) width * rows > room / (2 * channels)) {
      violations.add(Violation.INVALID_EVENT, 1);
      return;
    }
    Frame frame = others.frame();
    long exposureStart = base + (int) INT.get(bytes, at + 12);
    long exposureEnd = base + (int) INT.get(bytes, at + 16);
    frame.times(
        exposureStart + (exposureEnd - exposureStart) / 2,
        base + (int) INT.get(bytes, at + 4),
        base + (int) INT.get(bytes, at + 8),
        exposureStart,
        exposureEnd);
    int x = (int) INT.get(bytes, at + 28);
    int y = (int) INT.get(bytes, at + 32);
    frame.shape(PixelType.of16(channels), width, rows, x, y);
    int row = 2 * channels * width;
    for (int r = 0; r < rows; r++) {
      int source = height == 0 ? r : rows - 1 - r;
      int begin = at + PacketHeader.FRAME_BYTES + source * row;
      System.arraycopy(bytes, begin, frame.pixels(), r * row, row);
    }
    if (channels > 1) {
      swapRedAndBlue(frame.pixels(), frame.bytes(), 2 * channels);
    }
    others.frameTaken();
  }

  private static void swapRedAndBlue(byte[] pixels, int bytes, int pixelBytes) {
    for (int i = 0; i < bytes; i += pixelBytes) {
      for (int b = i; b < i + 2; b++) {
        byte red = pixels[b];
        pixels[b] = pixels[b + 4];
        pixels[b + 4] = red;
      }
    }
  }
}

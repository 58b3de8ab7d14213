package org.saccade.connectors.recording.aedat3;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The 28 bytes before the events of a packet. */
final class PacketHeader {
  static final int BYTES = 28;
  static final int SPECIAL = 0;
  static final int POLARITY = 1;
  static final int FRAME = 2;
  static final int IMU6 = 3;
  static final int IMU9 = 4;

  /** Bytes of a frame's event before its pixels. */
  static final int FRAME_BYTES = 36;

  /** Largest event: a frame of 16 MiB. */
  static final int MAX_EVENT_BYTES = 1 << 24;

  /** Largest packet. Nothing of this size is ever held: events are taken one by one. */
  private static final long MAX_PACKET_BYTES = 1 << 30;

  private static final int MAX_OVERFLOW = 1 << 20;
  private static final int MAX_SOURCE = 1 << 8;
  private static final int TIME_OFFSET = 4;

  /** Size of an event by type; of a frame the smallest. */
  private static final int[] SIZES = {8, 8, FRAME_BYTES, 36, 48};

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  int type;
  int source;
  int size;
  int timeOffset;
  int overflow;
  int capacity;
  int number;
  int valid;

  void read(byte[] bytes, int at) {
    type = (short) SHORT.get(bytes, at);
    source = (short) SHORT.get(bytes, at + 2);
    size = (int) INT.get(bytes, at + 4);
    timeOffset = (int) INT.get(bytes, at + 8);
    overflow = (int) INT.get(bytes, at + 12);
    capacity = (int) INT.get(bytes, at + 16);
    number = (int) INT.get(bytes, at + 20);
    valid = (int) INT.get(bytes, at + 24);
  }

  /** Whether the type is one whose events are read. */
  boolean isRead() {
    return isRead(type);
  }

  /** Bytes of an event of a type that is read; of a frame before its pixels. */
  static int size(int type) {
    return SIZES[type];
  }

  static boolean isRead(int type) {
    return type >= 0 && type < SIZES.length;
  }

  /** Whether there can be such a packet. */
  boolean isPossible() {
    return type >= 0
        && source >= 0
        && size > 0
        && size >= (isRead() ? SIZES[type] : 1)
        && size <= (isRead() ? MAX_EVENT_BYTES : MAX_PACKET_BYTES)
        && timeOffset >= 0
        && timeOffset < size
        && overflow >= 0
        && overflow < MAX_OVERFLOW
        && number >= 0
        && valid >= 0
        && valid <= number
        && number <= capacity
        && (long) size * capacity <= MAX_PACKET_BYTES;
  }

  /** Whether libcaer would have written it, which random bytes hardly are. */
  boolean isTypical() {
    return isPossible()
        && isRead()
        && source < MAX_SOURCE
        && (type == FRAME || size == SIZES[type] && timeOffset == TIME_OFFSET)
        && number > 0
        && number == capacity;
  }
}

package org.saccade.connectors.recording.aedat3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.saccade.connectors.recording.TimeLadder;

/**
 * Where a time begins in packets: their headers are gone through, and the time of each one's last
 * event. It is taken for granted that no event is later than that by more than {@link
 * TimeLadder#MAX_BACK_MICROS}; the first packet that cannot be ends the search.
 */
final class PacketSeek {
  private static final int EVENT_BYTES = 8;
  private static final int OVERFLOW_BITS = 31;

  private final SeekableByteChannel recording;
  private final ByteBuffer head = ByteBuffer.allocate(PacketHeader.BYTES);
  private final ByteBuffer event = ByteBuffer.allocate(EVENT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final PacketHeader header = new PacketHeader();
  private int camera;

  /**
   * @param camera source that is read, or {@link Aedat3Decoder#ANY_CAMERA}
   */
  PacketSeek(SeekableByteChannel recording, int camera) {
    this.recording = recording;
    this.camera = camera;
  }

  /** Source that is read, once a packet was found. */
  int camera() {
    return camera;
  }

  /** Position of the first packet that may hold an event as late as {@code micros}. */
  long find(long dataOffset, long micros) throws IOException {
    long offset = dataOffset;
    while (fill(head, offset)) {
      header.read(head.array(), 0);
      if (!header.isPossible()) {
        return offset;
      }
      if (header.isRead() && (camera == Aedat3Decoder.ANY_CAMERA || camera == header.source)) {
        camera = header.source;
        if (header.number > 0 && !isEarlier(offset, micros)) {
          return offset;
        }
      }
      offset += PacketHeader.BYTES + (long) header.size * header.capacity;
    }
    return Math.min(offset, recording.size());
  }

  private boolean isEarlier(long offset, long micros) throws IOException {
    long last = PacketHeader.BYTES + (long) header.size * (header.number - 1);
    if (!fill(event, offset + last)) {
      return false;
    }
    boolean valid = (event.getInt(0) & 1) != 0 && event.getInt(4) >= 0;
    long time = ((long) header.overflow << OVERFLOW_BITS) + event.getInt(4);
    return valid && time + TimeLadder.MAX_BACK_MICROS < micros;
  }

  private boolean fill(ByteBuffer target, long offset) throws IOException {
    recording.position(offset);
    target.clear();
    while (target.hasRemaining() && recording.read(target) >= 0) {
      // Goes on until it is full or the recording ends.
    }
    return !target.hasRemaining();
  }
}

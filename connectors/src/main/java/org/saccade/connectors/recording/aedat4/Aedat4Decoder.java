package org.saccade.connectors.recording.aedat4;

import java.nio.ByteBuffer;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Packets, each unpacked once and taken when its last event is given: until then the same bytes are
 * to be given again, and the state says how many of its events were.
 */
final class Aedat4Decoder implements EventDecoder {
  /** Largest packet that is read, compressed. */
  static final int MAX_PACKET_BYTES = 1 << 26;

  private static final int HEADER_BYTES = 8;
  private static final int STATE_BYTES = 21;

  private final Compression compression;
  private final long tablePosition;
  private final StreamChoice streams;
  private final ViolationCounts violations = new ViolationCounts();
  private final Unpacked unpacked = new Unpacked();
  private final PacketItems items = new PacketItems(unpacked, violations);

  /** Position in the recording of the next byte. */
  private long offset;

  /** Bytes to pass over. */
  private long skip;

  /** Events, or other items, given of the packet at hand. */
  private int given;

  /** Whether the packet at hand is in {@link #items}. */
  private boolean open;

  private boolean lost;

  /**
   * @param tablePosition where packets end; negative: at the recording's end
   */
  Aedat4Decoder(
      Compression compression, long dataOffset, long tablePosition, StreamChoice streams) {
    this.compression = compression;
    this.tablePosition = tablePosition;
    this.streams = streams;
    offset = dataOffset;
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
      int n = (int) Math.min(skip, to - i);
      i += n;
      skip -= n;
      offset += n;
      if (skip > 0) {
        return i;
      }
      if (offset == tablePosition) {
        skip = Long.MAX_VALUE;
        continue;
      }
      if (to - i < HEADER_BYTES + Compression.SIGNATURE_BYTES) {
        return i;
      }
      int stream = FlatTable.int32(bytes, i);
      int size = FlatTable.int32(bytes, i + 4);
      if (!open && !open(bytes, i, to, stream, size, others != null)) {
        if (skip == 0) {
          return i;
        }
        given = 0;
        continue;
      }
      if (items.kind().isOther() && others == null) {
        given = items.count();
      } else {
        given = items.give(given, events, triggers, others);
      }
      if (given < items.count()) {
        return i;
      }
      open = false;
      given = 0;
      skip = HEADER_BYTES + (long) size;
    }
    return i;
  }

  /** Unpacks a packet; false where bytes are missing, or it is to be passed over. */
  private boolean open(byte[] bytes, int at, int to, int stream, int size, boolean others) {
    boolean possible =
        stream >= 0
            && streams.isKnown(stream)
            && size >= Compression.SIGNATURE_BYTES
            && (tablePosition < offset || size <= tablePosition - offset - HEADER_BYTES)
            && compression.begins(bytes, at + HEADER_BYTES, size);
    if (!possible || lost && size > MAX_PACKET_BYTES) {
      violations.add(Violation.BAD_PACKET, lost ? 0 : 1);
      lost = true;
      skip = 1;
      return false;
    }
    lost = false;
    long whole = HEADER_BYTES + (long) size;
    if (streams.isLeftOut(stream)) {
      violations.add(Violation.OTHER_CAMERA, 1);
      skip = whole;
    } else if (size > MAX_PACKET_BYTES) {
      violations.add(Violation.TOO_LARGE, 1);
      skip = whole;
    } else if (!others && streams.kind(stream) != null && streams.kind(stream).isOther()) {
      skip = whole;
    } else if (to - at >= whole) {
      open = unpack(bytes, at + HEADER_BYTES, size, stream);
      skip = open ? 0 : whole;
      given = open ? given : 0;
    }
    return open;
  }

  private boolean unpack(byte[] bytes, int at, int size, int stream) {
    if (!unpacked.unpack(compression, bytes, at, at + size)) {
      Violation why = unpacked.isTooLarge() ? Violation.TOO_LARGE : Violation.BAD_PACKET;
      violations.add(why, 1);
      return false;
    }
    Kind declared = streams.kind(stream);
    if (!items.open() || declared != null && declared != items.kind()) {
      violations.add(Violation.BAD_PACKET, 1);
      return false;
    }
    if (items.kind() == Kind.OTHER) {
      violations.add(Violation.NOT_READ, 1);
      return false;
    }
    return true;
  }

  @Override
  public int finish(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    violations.add(Violation.TRUNCATED_TAIL, to - from);
    boolean atTable = tablePosition >= 0 && offset >= tablePosition;
    boolean cut = to > from || skip > 0 && !atTable;
    violations.add(Violation.CUT_PACKET, cut ? 1 : 0);
    return to;
  }

  @Override
  public int maxUnitBytes() {
    return HEADER_BYTES + MAX_PACKET_BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** Flag, position, bytes to pass over, items given of the packet there. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES)
        .put((byte) (lost ? 1 : 0))
        .putLong(offset)
        .putLong(skip)
        .putInt(given)
        .array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "AEDAT 4 state has " + state.length + " bytes, expected " + STATE_BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    byte flag = in.get();
    long newOffset = in.getLong();
    long newSkip = in.getLong();
    int newGiven = in.getInt();
    if (flag < 0 || flag > 1 || newOffset < 0 || newSkip < 0 || newGiven < 0) {
      throw new IllegalArgumentException(
          "AEDAT 4 state has an impossible offset=" + newOffset + " given=" + newGiven);
    }
    lost = flag == 1;
    offset = newOffset;
    skip = newSkip;
    given = newGiven;
    open = false;
  }

  /** Packets carry whole times: after a break only the next one is searched for. */
  @Override
  public void reset(long nearMicros) {
    lost = true;
    open = false;
    skip = 0;
    given = 0;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}

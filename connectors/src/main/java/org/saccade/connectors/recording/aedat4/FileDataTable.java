package org.saccade.connectors.recording.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.connectors.recording.TimeLadder;

/**
 * The table behind the packets: where each begins, how many items it holds, and its times. It is
 * written apart from them, so its sums are an independent count of what a recording holds.
 */
final class FileDataTable {
  /** Largest table that is read, compressed: of some million packets. */
  private static final long MAX_BYTES = 1 << 26;

  private static final int START = 4;
  private static final int POSITION = 0;
  private static final int PACKET_INFO = 1;
  private static final int NUM_ELEMENTS = 2;
  private static final int FIRST_TIME = 3;
  private static final int LAST_TIME = 4;
  private static final int PACKET_HEADER_BYTES = 8;

  private FileDataTable() {}

  /**
   * Items of the streams that are read, by kind.
   *
   * @return nothing where there is no table, or none that can be read
   */
  static Map<String, Long> declared(
      SeekableByteChannel recording, long position, Compression compression, StreamChoice streams)
      throws IOException {
    Map<String, Long> sums = new TreeMap<>();
    for (PacketEntry packet : read(recording, position, compression)) {
      Kind kind = streams.isLeftOut(packet.stream()) ? null : streams.kind(packet.stream());
      if (kind != null && kind.items() != null) {
        sums.merge(kind.items(), packet.items(), Long::sum);
      }
    }
    return sums;
  }

  /**
   * Position of the first packet, with its header, that may hold an item as late as {@code micros},
   * where the table has all packets before it, one behind the other; else {@code dataOffset}. What
   * it says of a packet's last time is trusted to {@link TimeLadder#MAX_BACK_MICROS}.
   *
   * @param position of the table, where the packets end
   */
  static long seek(
      SeekableByteChannel recording,
      long dataOffset,
      long position,
      Compression compression,
      StreamChoice streams,
      long micros)
      throws IOException {
    List<PacketEntry> packets = new ArrayList<>(read(recording, position, compression));
    packets.sort(Comparator.comparingLong(PacketEntry::position));
    long offset = dataOffset;
    for (PacketEntry packet : packets) {
      if (packet.position() != offset + PACKET_HEADER_BYTES || packet.size() < 0) {
        return dataOffset;
      }
      boolean timed = packet.first() <= packet.last() && packet.last() > 0;
      boolean earlier = timed && packet.last() + TimeLadder.MAX_BACK_MICROS < micros;
      if (!streams.isLeftOut(packet.stream()) && !earlier) {
        return offset;
      }
      offset = packet.position() + packet.size();
    }
    return offset == position ? position : dataOffset;
  }

  private static List<PacketEntry> read(
      SeekableByteChannel recording, long position, Compression compression) throws IOException {
    long size = recording.size() - position;
    if (position <= 0 || size < Compression.SIGNATURE_BYTES || size > MAX_BYTES) {
      return List.of();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    recording.position(position);
    while (bytes.hasRemaining() && recording.read(bytes) >= 0) {
      // Goes on until the table is whole or the recording, cut meanwhile, ends.
    }
    if (bytes.hasRemaining() || !compression.begins(bytes.array(), 0, (int) size)) {
      return List.of();
    }
    Unpacked unpacked = new Unpacked();
    return unpacked.unpack(compression, bytes.array(), 0, (int) size)
        ? packets(unpacked)
        : List.of();
  }

  private static List<PacketEntry> packets(Unpacked unpacked) {
    FlatTable table = new FlatTable();
    boolean known =
        FlatTable.identifier(unpacked.bytes(), START, unpacked.size()).equals("FTAB")
            && table.root(unpacked.bytes(), START, unpacked.size());
    int first = known ? table.vector(0, 4) : FlatTable.NONE;
    List<PacketEntry> packets = new ArrayList<>();
    for (int i = 0; first != FlatTable.NONE && i < table.count(first); i++) {
      int info = table.follow(first + 4 * i) ? table.field(PACKET_INFO, 8) : FlatTable.NONE;
      if (info == FlatTable.NONE) {
        return List.of();
      }
      packets.add(
          new PacketEntry(
              table.int64(POSITION, 0),
              FlatTable.int32(unpacked.bytes(), info),
              FlatTable.int32(unpacked.bytes(), info + 4),
              table.int64(NUM_ELEMENTS, 0),
              table.int64(FIRST_TIME, 0),
              table.int64(LAST_TIME, 0)));
    }
    return packets;
  }
}

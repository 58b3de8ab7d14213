package org.saccade.connectors.recording.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table behind the packets: where each begins and how many items it holds. It is written apart
 * from them, so its sums are an independent count of what a recording holds.
 */
final class FileDataTable {
  /** Largest table that is read, compressed: of some million packets. */
  private static final long MAX_BYTES = 1 << 26;

  private static final int START = 4;
  private static final int PACKET_INFO = 1;
  private static final int NUM_ELEMENTS = 2;

  private FileDataTable() {}

  /**
   * Items of the streams that are read, by kind.
   *
   * @return nothing where there is no table, or none that can be read
   */
  static Map<String, Long> declared(
      SeekableByteChannel recording, long position, Compression compression, StreamChoice streams)
      throws IOException {
    long size = recording.size() - position;
    if (position <= 0 || size < Compression.SIGNATURE_BYTES || size > MAX_BYTES) {
      return Map.of();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    recording.position(position);
    while (bytes.hasRemaining() && recording.read(bytes) >= 0) {
      // Goes on until the table is whole or the recording, cut meanwhile, ends.
    }
    if (bytes.hasRemaining() || !compression.begins(bytes.array(), 0, (int) size)) {
      return Map.of();
    }
    Unpacked unpacked = new Unpacked();
    return unpacked.unpack(compression, bytes.array(), 0, (int) size)
        ? sums(unpacked, streams)
        : Map.of();
  }

  private static Map<String, Long> sums(Unpacked unpacked, StreamChoice streams) {
    FlatTable table = new FlatTable();
    boolean known =
        FlatTable.identifier(unpacked.bytes(), START, unpacked.size()).equals("FTAB")
            && table.root(unpacked.bytes(), START, unpacked.size());
    int first = known ? table.vector(0, 4) : FlatTable.NONE;
    Map<String, Long> sums = new TreeMap<>();
    for (int i = 0; first != FlatTable.NONE && i < table.count(first); i++) {
      int info = table.follow(first + 4 * i) ? table.field(PACKET_INFO, 8) : FlatTable.NONE;
      if (info == FlatTable.NONE) {
        return Map.of();
      }
      int stream = FlatTable.int32(unpacked.bytes(), info);
      Kind kind = streams.isLeftOut(stream) ? null : streams.kind(stream);
      if (kind != null && kind.items() != null) {
        sums.merge(kind.items(), table.int64(NUM_ELEMENTS, 0), Long::sum);
      }
    }
    return sums;
  }
}

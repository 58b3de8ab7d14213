package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntSupplier;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ViolationCounts;

/** Reading whole recordings in tests. */
final class Recordings {
  private Recordings() {}

  /** All that a recording gives. */
  record Content(EventBatch events, ViolationCounts violations, RecordingHeader header) {}

  static Content read(byte[] recording, ReadOptions options, int capacity) throws IOException {
    return read(RecordingReader.open(recording, options), capacity);
  }

  static Content read(RecordingReader reader, int capacity) throws IOException {
    EventBatch all = new EventBatch(64);
    EventBatch batch = new EventBatch(capacity);
    try (reader) {
      while (reader.read(batch)) {
        all.append(batch, 0, batch.size());
      }
      return new Content(all, reader.violations(), reader.header());
    }
  }

  static EventBatch events(byte[] recording, ReadOptions options) throws IOException {
    return read(recording, options, 1000).events();
  }

  /** A channel that gives as many bytes a read as it is told. */
  static ReadableByteChannel pieces(byte[] bytes, IntSupplier sizes) {
    ByteArrayChannel whole = new ByteArrayChannel(bytes);
    return new ReadableByteChannel() {
      @Override
      public int read(ByteBuffer target) {
        int n = Math.min(target.remaining(), Math.max(1, sizes.getAsInt()));
        ByteBuffer piece = ByteBuffer.allocate(n);
        int got = whole.read(piece);
        target.put(piece.flip());
        return got;
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  static byte[] concat(byte[]... parts) {
    int n = 0;
    for (byte[] part : parts) {
      n += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(n);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** The folder of real recordings; null, with a line on stdout, where it is absent. */
  static Path folder() {
    Path folder = Path.of(System.getProperty("saccade.recordings", "recordings"));
    if (Files.isDirectory(folder.resolve("events"))) {
      return folder;
    }
    System.out.println("no real recordings at " + folder + ": not read in this run");
    return null;
  }

  /** SHA3-224 of the columns t (u64), x and y (u16), on (u8), little-endian, as hexadecimals. */
  static String[] digests(EventBatch events) {
    int n = events.size();
    byte[][] columns = {new byte[8 * n], new byte[2 * n], new byte[2 * n], new byte[n]};
    for (int i = 0; i < n; i++) {
      for (int b = 0; b < 8; b++) {
        columns[0][8 * i + b] = (byte) (events.t(i) >>> 8 * b);
      }
      columns[1][2 * i] = (byte) events.x(i);
      columns[1][2 * i + 1] = (byte) (events.x(i) >>> 8);
      columns[2][2 * i] = (byte) events.y(i);
      columns[2][2 * i + 1] = (byte) (events.y(i) >>> 8);
      columns[3][i] = (byte) events.p(i);
    }
    String[] digests = new String[4];
    for (int c = 0; c < 4; c++) {
      digests[c] = HexFormat.of().formatHex(sha3(columns[c]));
    }
    return digests;
  }

  private static byte[] sha3(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA3-224").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

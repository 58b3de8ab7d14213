package org.saccade.connectors.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.saccade.schemas.batch.EventBatch;

/**
 * The one table that every contract test of recording formats runs over: the next format is a row.
 */
final class EventFormatCases {
  /** The largest step that 32-bit times show, with room. */
  private static final long MAX_STEP = 1L << 29;

  /** In place of the bytes of a word. */
  static final int PACKETS = -1;

  private EventFormatCases() {}

  /** Makes a whole recording of events. */
  interface Recorder {
    byte[] record(EventBatch events) throws IOException;
  }

  /**
   * A format, and what it can hold.
   *
   * @param name of the case
   * @param options how its recordings are read
   * @param columns of the sensor whose events tests make
   * @param rows of it
   * @param maxT largest time of the streams that tests make
   * @param backMicros how far their times go back; 0: the format has no way to say it
   * @param recorder writes them
   * @param unitBytes bytes of a word or record; 0: lines, or records that differ; {@link #PACKETS}:
   *     packets, which count what is cut in their own way
   */
  record Case(
      String name,
      ReadOptions options,
      int columns,
      int rows,
      long maxT,
      int backMicros,
      int unitBytes,
      Recorder recorder) {

    byte[] record(EventBatch events) {
      try {
        return recorder.record(events);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same with streams that last no longer. */
    Case within(long micros) {
      return new Case(name, options, columns, rows, micros, backMicros, unitBytes, recorder);
    }

    /** A random stream that the format can hold, of bursts and pauses, some steps going back. */
    EventBatch stream(long seed, int events) {
      Random random = new Random(seed);
      EventBatch stream = new EventBatch(Math.max(1, events));
      long step = Math.max(1, Math.min(MAX_STEP, maxT / (2L * Math.max(1, events))));
      long t = random.nextInt(1000);
      int y = 0;
      for (int i = 0; i < events; i++) {
        int kind = random.nextInt(10);
        if (kind == 0) {
          t = Math.min(maxT, t + (long) (step * 2 * random.nextDouble()));
        } else if (kind == 1 && backMicros > 0) {
          long back = Math.max(0, t - random.nextInt(backMicros));
          // No format that wraps can tell a step back over a wrap.
          t = back >> 24 == t >> 24 ? back : t;
        } else if (kind < 5) {
          t = Math.min(maxT, t + random.nextInt(40));
        }
        y = random.nextInt(3) == 0 ? random.nextInt(rows) : y;
        stream.add(t, random.nextInt(columns), y, random.nextInt(2));
      }
      return stream;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> all() {
    return List.of(
        new Case("evt2", named("evt2"), 640, 480, 1L << 36, 900, 4, written("evt2", 640, 480)),
        new Case("evt21", named("evt21"), 640, 480, 1L << 36, 900, 8, written("evt21", 640, 480)),
        new Case(
            "evt21-legacy",
            named("evt21-legacy"),
            1280,
            720,
            1L << 36,
            900,
            8,
            written("evt21-legacy", 1280, 720)),
        new Case("evt3", named("evt3"), 1280, 720, 1L << 27, 900, 2, written("evt3", 1280, 720)),
        new Case("dat", named("dat"), 1280, 720, 1L << 34, 900, 8, written("dat", 1280, 720)),
        new Case("dat-1", named("dat"), 304, 240, 1L << 31, 900, 8, EventFormatCases::datVersion1),
        new Case("aedat1", named("aedat1"), 128, 128, 1L << 40, 900, 6, Addresses::aedat1),
        new Case("aedat2", named("aedat2"), 128, 128, 1L << 40, 900, 8, Addresses::aedat2),
        new Case("davis", named("aedat2"), 346, 260, 1L << 40, 900, 8, Addresses::davis346),
        new Case("aedat3", named("aedat3"), 640, 480, 1L << 40, 900, PACKETS, CaerPackets::record),
        new Case(
            "aedat3-written",
            named("aedat3"),
            640,
            480,
            1L << 40,
            900,
            PACKETS,
            written("aedat3", 640, 480)),
        new Case("aedat4", named("aedat4"), 640, 480, 1L << 50, 900, PACKETS, dv(DvPackets.NONE)),
        new Case(
            "aedat4-lz4", named("aedat4"), 640, 480, 1L << 50, 900, PACKETS, dv(DvPackets.LZ4)),
        new Case(
            "aedat4-zstd", named("aedat4"), 640, 480, 1L << 50, 900, PACKETS, dv(DvPackets.ZSTD)),
        new Case(
            "aedat4-written",
            named("aedat4"),
            640,
            480,
            1L << 50,
            900,
            PACKETS,
            written("aedat4", 640, 480)),
        writtenAedat4("aedat4-written-none", WriteOptions.Compression.NONE),
        writtenAedat4("aedat4-written-zstd", WriteOptions.Compression.ZSTD),
        new Case("es", named("es"), 640, 480, 1L << 22, 0, 0, written("es", 640, 480)),
        new Case("es-atis", named("es"), 304, 240, 1L << 22, 0, 0, EventStreams::atis),
        new Case("nmnist", named("nmnist"), 34, 34, 8_388_607, 900, 5, written("nmnist", 0, 0)),
        new Case("csv", named("csv"), 1280, 720, 1L << 50, 900, 0, written("csv", 0, 0)),
        new Case("rpg", named("csv"), 240, 180, 1L << 40, 900, 0, EventFormatCases::rpg));
  }

  private static Recorder dv(int compression) {
    return events -> DvPackets.record(compression, events);
  }

  private static ReadOptions named(String format) {
    return ReadOptions.DEFAULT.withFormat(format);
  }

  private static Case writtenAedat4(String name, WriteOptions.Compression compression) {
    RecordingHeader header = RecordingHeader.of("aedat4", 640, 480);
    WriteOptions options = WriteOptions.DEFAULT.withCompression(compression);
    Recorder recorder = events -> write("aedat4", header, events, options);
    return new Case(name, named("aedat4"), 640, 480, 1L << 50, 900, PACKETS, recorder);
  }

  private static Recorder written(String format, int width, int height) {
    RecordingHeader header = RecordingHeader.of(format, width, height);
    return events -> write(format, header, events, WriteOptions.DEFAULT);
  }

  /** Writes a recording of a format with its writer. */
  static byte[] write(
      String format, RecordingHeader header, EventBatch events, WriteOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventWriter writer =
        EventFormats.named(format).orElseThrow().writer(out, header, options)) {
      writer.write(events);
    }
    return out.toByteArray();
  }

  private static byte[] datVersion1(EventBatch events) {
    byte[] header =
        "% Data file containing CD events.\n% Version 1\n".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out =
        ByteBuffer.allocate(header.length + 2 + 8 * events.size()).order(ByteOrder.LITTLE_ENDIAN);
    out.put(header).put((byte) 0).put((byte) 8);
    for (int i = 0; i < events.size(); i++) {
      out.putInt((int) events.t(i));
      out.putInt(events.x(i) | events.y(i) << 9 | events.p(i) << 17);
    }
    return out.array();
  }

  private static byte[] rpg(EventBatch events) {
    StringBuilder lines = new StringBuilder("240 180\r\n# t x y p\r\n");
    for (int i = 0; i < events.size(); i++) {
      long t = events.t(i);
      lines.append(
          String.format(
              "%d.%06d %d %d %s\r\n",
              t / 1_000_000,
              t % 1_000_000,
              events.x(i),
              events.y(i),
              events.p(i) == 1 ? "1" : "-1"));
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}

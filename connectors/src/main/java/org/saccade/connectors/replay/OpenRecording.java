package org.saccade.connectors.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * A recording at its start.
 *
 * @param cutter gives its packets; once
 * @param width columns of the sensor; 0: unknown
 * @param height rows of the sensor; 0: unknown
 * @param epochMicros Unix time of sensor time 0, microseconds; null: unknown
 * @param fraction how much of it is read, 0 to 1; below 0: unknown
 * @param violations what was wrong with it so far
 * @param closing closes it
 */
public record OpenRecording(
    Cutter cutter,
    int width,
    int height,
    Long epochMicros,
    DoubleSupplier fraction,
    Supplier<ViolationCounts> violations,
    Closeable closing)
    implements Closeable {

  /** Opens recordings: a replay that loops opens one for each pass. */
  @FunctionalInterface
  public interface Opener {
    OpenRecording open() throws IOException;
  }

  /** Cuts a recording into packets. */
  @FunctionalInterface
  public interface Cutter {
    PacketSource packets(PacketLimits limits);

    /** Packets of decoded events. */
    static Cutter of(EventSource events) {
      return limits -> new Packetizer(events, limits);
    }
  }

  /** Events from elsewhere: no epoch, no violations, nothing to close. */
  public static OpenRecording of(EventSource events, int width, int height) {
    return new OpenRecording(
        Cutter.of(events), width, height, null, () -> -1, ViolationCounts::new, () -> {});
  }

  /** A file, for packets of decoded events. */
  public static OpenRecording of(Path path, ReadOptions options) throws IOException {
    RecordingReader reader = RecordingReader.open(path, options);
    long size = Files.size(path);
    return new OpenRecording(
        Cutter.of(EventSource.of(reader)),
        reader.header().width(),
        reader.header().height(),
        reader.header().epochMicros(),
        () -> (double) reader.position().offset() / size,
        reader::violations,
        reader);
  }

  /**
   * A file, for packets of its own words: no byte of them is changed, so policies on events are
   * those of who decodes them.
   *
   * @throws UnreadableRecordingException if its format is none that packets carry
   */
  public static OpenRecording words(Path path, ReadOptions options) throws IOException {
    RecordingHeader header;
    EventFormat format;
    try (RecordingReader reader = RecordingReader.open(path, options)) {
      header = reader.header();
      format = reader.format();
    }
    EventEncoding encoding = format.encoding();
    if (encoding == EventEncoding.COLUMNAR) {
      throw new UnreadableRecordingException(
          path
              + ": packets do not carry the bytes of "
              + format.name()
              + " as they are, only the words of evt2, evt21 and evt3; send it columnar");
    }
    SeekableByteChannel words = Files.newByteChannel(path);
    words.position(header.dataOffset());
    long size = words.size();
    ViolationCounts violations = new ViolationCounts();
    violations.add(header.violations());
    return new OpenRecording(
        limits ->
            new WordPackets(words, encoding, format.decoder(header, options), limits, violations),
        header.width(),
        header.height(),
        header.epochMicros(),
        () -> fraction(words, size),
        () -> violations,
        words);
  }

  private static double fraction(SeekableByteChannel words, long size) {
    try {
      return (double) words.position() / size;
    } catch (IOException e) {
      return -1;
    }
  }

  /** Its packets. */
  PacketSource packets(PacketLimits limits) {
    return cutter.packets(limits);
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }
}

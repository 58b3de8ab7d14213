package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.saccade.schemas.codec.EventDecoder;

/**
 * Where a time begins in a recording of records of one size, each with its time: a record every so
 * often is read, a rung, and the last one taken that is early enough.
 *
 * <p>Two things are taken for granted of recordings with more than a rung's records: that from one
 * rung to the next less than half a wrap of the time passes, and that time goes back, wraps aside,
 * by no more than {@link #MAX_BACK_MICROS}. Where a rung shows more, nothing is found.
 */
public final class TimeLadder {
  /** How far time may go back. */
  public static final long MAX_BACK_MICROS = 1_000_000;

  /** Fewest records, and most stretches of records, between rungs. */
  private static final int RUNG_RECORDS = 1 << 16;

  private static final int RUNGS = 1 << 12;

  /** Records at a rung, of which one has to have a time. */
  private static final int WINDOW = 64;

  /** The times of records. */
  public interface Times {
    /**
     * Sensor time of a record.
     *
     * @param bytes of it, from {@code at} on
     * @param before time of the record before; nothing before the first
     * @return nothing where the record does not count
     */
    OptionalLong of(ByteBuffer bytes, int at, OptionalLong before);
  }

  /**
   * A record.
   *
   * @param offset position in the recording
   * @param before time of the record before it
   */
  public record Rung(long offset, long before) {}

  private final SeekableByteChannel recording;
  private final long dataOffset;
  private final int recordBytes;
  private final Times times;
  private final long step;
  private final long records;

  public TimeLadder(SeekableByteChannel recording, long dataOffset, int recordBytes, Times times)
      throws IOException {
    this(recording, dataOffset, recordBytes, times, RUNG_RECORDS);
  }

  TimeLadder(
      SeekableByteChannel recording, long dataOffset, int recordBytes, Times times, int rungRecords)
      throws IOException {
    this.recording = recording;
    this.dataOffset = dataOffset;
    this.recordBytes = recordBytes;
    this.times = times;
    records = Math.max(0, recording.size() - dataOffset) / recordBytes;
    step = Math.max(rungRecords, records / RUNGS);
  }

  /**
   * The last rung before which every record is earlier than {@code micros}; null where that is the
   * first record, or not known.
   */
  public Rung before(long micros) throws IOException {
    long target = micros - MAX_BACK_MICROS > micros ? Long.MIN_VALUE : micros - MAX_BACK_MICROS;
    OptionalLong before = OptionalLong.empty();
    Rung found = null;
    for (long next = step; next < records; next += step) {
      if (before.isEmpty()) {
        before = time(1, before);
      }
      OptionalLong time = before.isEmpty() ? before : time(next, before);
      if (time.isEmpty() || before.getAsLong() - time.getAsLong() > MAX_BACK_MICROS) {
        return null;
      }
      if (time.getAsLong() >= target) {
        return found;
      }
      found = new Rung(dataOffset + next * recordBytes, time.getAsLong());
      before = time;
    }
    return found;
  }

  /**
   * The reader's position at a rung.
   *
   * @param rung null: none
   * @param decoder of the recording, which takes a time nearest to that of the record before
   */
  public static Optional<RecordingReader.Position> position(Rung rung, EventDecoder decoder) {
    if (rung == null) {
      return Optional.empty();
    }
    decoder.reset(rung.before());
    return Optional.of(
        new RecordingReader.Position(rung.offset(), decoder.state(), Long.MIN_VALUE));
  }

  /** Time of the last record before a number that has one, of those close before it. */
  private OptionalLong time(long number, OptionalLong before) throws IOException {
    int count = (int) Math.min(number, WINDOW);
    ByteBuffer bytes = ByteBuffer.allocate(count * recordBytes);
    recording.position(dataOffset + (number - count) * recordBytes);
    while (bytes.hasRemaining() && recording.read(bytes) >= 0) {
      // Goes on until all are read.
    }
    for (int i = count - 1; i >= 0 && !bytes.hasRemaining(); i--) {
      OptionalLong time = times.of(bytes, i * recordBytes, before);
      if (time.isPresent()) {
        return time;
      }
    }
    return OptionalLong.empty();
  }
}

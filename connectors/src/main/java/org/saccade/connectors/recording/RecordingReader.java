package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.EventGuard;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Reads the events of one recording, whatever its format, in bounded memory.
 *
 * <pre>
 *   try (RecordingReader reader = RecordingReader.open(path, ReadOptions.DEFAULT)) {
 *     EventBatch events = new EventBatch(4096);
 *     while (reader.read(events)) { … }
 *   }
 * </pre>
 *
 * <p>How the bytes arrive makes no difference: one by one, or cut anywhere. {@link #position} and
 * {@link #resume} stop and go on between any two reads, in another process if need be. A recording
 * that ends inside a word, or has words that nobody knows, is read as far as it goes; {@link
 * #violations} says what was met.
 */
public final class RecordingReader implements Closeable {
  /** Bytes held: the buffer, and the head until it is read. */
  private static final int BUFFER_BYTES = 1 << 18;

  private final ReadableByteChannel channel;
  private final EventFormat format;
  private final RecordingHeader header;
  private final EventDecoder decoder;
  private final EventGuard guard;
  private final TriggerBatch triggers = new TriggerBatch(1024);
  private final byte[] buffer;
  private int from;
  private int to;
  private long bufferOffset;
  private boolean ended;

  private RecordingReader(
      ReadableByteChannel channel, Head head, EventFormats.Found found, ReadOptions options) {
    this.channel = channel;
    format = found.format();
    header = found.header();
    decoder = format.decoder(header, options);
    guard =
        new EventGuard(
            header.width(), header.height(), options.backwardTime(), options.outOfFrame());
    buffer = Arrays.copyOf(head.bytes(), Math.max(BUFFER_BYTES, 2 * decoder.maxUnitBytes()));
    to = head.length();
    from = (int) header.dataOffset();
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableRecordingException if it is missing, a folder, empty, or of no known format;
   *     the message begins with the path
   */
  public static RecordingReader open(Path path, ReadOptions options) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadableRecordingException(path + ": no such file");
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableRecordingException(path + ": is a folder, expected a recording");
    }
    if (Files.size(path) == 0) {
      throw new UnreadableRecordingException(path + ": is empty, expected a recording");
    }
    ReadableByteChannel channel = Files.newByteChannel(path);
    try {
      return open(channel, options);
    } catch (UnreadableRecordingException e) {
      channel.close();
      throw new UnreadableRecordingException(path + ": " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Opens a channel, which the reader closes. */
  public static RecordingReader open(ReadableByteChannel channel, ReadOptions options)
      throws IOException {
    byte[] bytes = new byte[Head.MAX_BYTES];
    int length = fill(channel, bytes);
    boolean complete = length < bytes.length;
    Head head = new Head(Arrays.copyOf(bytes, length), complete);
    return new RecordingReader(channel, head, EventFormats.find(head, options), options);
  }

  /** Opens bytes in memory. */
  public static RecordingReader open(byte[] recording, ReadOptions options) throws IOException {
    return open(Channels.newChannel(new java.io.ByteArrayInputStream(recording)), options);
  }

  public EventFormat format() {
    return format;
  }

  public RecordingHeader header() {
    return header;
  }

  /**
   * Replaces what the batch holds with the next events, at most its capacity, at least one; its
   * capacity grows only where it is below what one word of the format gives.
   *
   * @return false at the end of the recording, with an empty batch
   * @throws IOException if the medium fails; under {@code OutOfFrame.FAIL} an {@code
   *     OutOfFrameException}
   */
  public boolean read(EventBatch events) throws IOException {
    events.clear();
    triggers.clear();
    events.ensureCapacity(decoder.maxEventsPerUnit());
    while (true) {
      int first = events.size();
      from = decoder.decode(buffer, from, to, events, triggers);
      guard.apply(events, first);
      boolean full = events.room() < decoder.maxEventsPerUnit() || triggers.room() < 1;
      if (full && events.size() > 0) {
        return true;
      }
      if (full) {
        triggers.clear();
        continue;
      }
      if (ended) {
        from = decoder.finish(buffer, from, to, events, triggers);
        guard.apply(events, first);
        return events.size() > 0;
      }
      refill();
    }
  }

  /** Moves the rest to the front and reads once more: whatever the channel gives is decoded. */
  private void refill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    bufferOffset += from;
    to -= from;
    from = 0;
    int n = channel.read(ByteBuffer.wrap(buffer, to, buffer.length - to));
    if (n < 0) {
      ended = true;
    } else {
      to += n;
    }
  }

  private static int fill(ReadableByteChannel channel, byte[] bytes) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(bytes);
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // A channel may give less than asked for.
    }
    return target.position();
  }

  /**
   * Where a reading stands between two reads.
   *
   * @param offset position in the recording of the next byte to decode
   * @param decoderState state of the decoder there
   * @param latest latest event time so far, {@link Long#MIN_VALUE} before any
   */
  public record Position(long offset, byte[] decoderState, long latest) {}

  public Position position() {
    return new Position(bufferOffset + from, decoder.state(), guard.latest());
  }

  /** Goes on where another reader of the same recording stood; violations count from here on. */
  public void resume(Position position) throws IOException {
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(position.offset());
    } else {
      throw new IOException("a reading can be resumed only where its channel can seek");
    }
    decoder.restore(position.decoderState());
    guard.latest(position.latest());
    bufferOffset = position.offset();
    from = 0;
    to = 0;
    ended = false;
  }

  /** Microseconds that a vendor's SDK subtracts from the times of this recording, once known. */
  public long sdkShiftMicros() {
    return decoder.sdkShiftMicros();
  }

  /** Trigger edges met by the last {@link #read}. */
  public TriggerBatch triggers() {
    return triggers;
  }

  /** What was wrong so far: header, words, policies, and at the end the tail. */
  public ViolationCounts violations() {
    ViolationCounts all = new ViolationCounts();
    all.add(header.violations());
    all.add(decoder.violations());
    all.add(guard.violations());
    return all;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
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
 *
 * <p>A reader holds at most {@link #MAX_BYTES_HELD} of heap beside the caller's batch, however long the
 * recording is and whatever it declares; less where the whole recording is smaller. Where a header
 * is longer than {@link Head#MAX_BYTES}, its bytes come on top; where packets are longer than the
 * buffer, or are compressed (AEDAT 3 and 4), so does twice what the largest packet met has in bytes
 * and unpacks to, which the formats bound.
 */
public final class RecordingReader implements Closeable {
  /** What lies in the second-level cache with the kernel's copy of it and the batch. */
  private static final int BUFFER_BYTES = 1 << 16;

  private static final int MIN_MAPPED_BYTES = 1 << 20;
  private static final int TRIGGERS = 256;
  private static final int ITEMS = 256;
  private static final ItemBatch NO_ITEMS = new ItemBatch(0);

  /** Bound of the memory of a reader: its buffer, the head while it opens, and small change. */
  public static final int MAX_BYTES_HELD = BUFFER_BYTES + 3 * Head.MAX_BYTES + (1 << 16);

  private final ReadableByteChannel channel;
  private final EventFormat format;
  private final RecordingHeader header;
  private final EventDecoder decoder;
  private final EventGuard guard;
  private final TriggerBatch triggers = new TriggerBatch(TRIGGERS);
  private ItemBatch items = NO_ITEMS;
  private byte[] buffer;
  private int from;
  private int to;

  /** Position in the recording of the buffer's first byte. */
  private long bufferOffset;

  /** Whether the channel has no more bytes; whether the decoder was told so. */
  private boolean ended;

  private boolean finished;

  private RecordingReader(
      ReadableByteChannel channel, Head head, EventFormats.Found found, ReadOptions options) {
    this.channel = channel;
    format = found.format();
    header = found.header();
    decoder = format.decoder(header, options);
    guard =
        new EventGuard(
            header.width(), header.height(), options.backwardTime(), options.outOfFrame());
    decoder.frame(header.width(), header.height());
    ended = head.complete();
    buffer =
        ended ? head.bytes() : Arrays.copyOf(head.bytes(), Math.max(BUFFER_BYTES, head.length()));
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
      throw new UnreadableRecordingException(path + ": no such file; check the path");
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableRecordingException(
          path + ": is a folder, expected a recording; name a file in it");
    }
    ReadableByteChannel channel;
    try {
      channel = channel(path);
    } catch (AccessDeniedException e) {
      throw new UnreadableRecordingException(
          path + ": may not be read by this user; change its permissions");
    }
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

  /** Of a file that is long enough for that to pay, the bytes are taken where the kernel has them. */
  private static ReadableByteChannel channel(Path path) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path);
    boolean mapped = Files.isRegularFile(path) && channel.size() >= MIN_MAPPED_BYTES;
    return mapped && channel instanceof FileChannel file ? new MappedFile(file) : channel;
  }

  /**
   * Opens a blocking channel at its start. The reader closes it; where opening fails, the caller
   * does.
   *
   * @throws UnreadableRecordingException if it gives no byte or what it gives is of no known format
   */
  public static RecordingReader open(ReadableByteChannel channel, ReadOptions options)
      throws IOException {
    Head head = Head.read(channel);
    while (head.length() < Head.MAX_HEADER_BYTES && EventFormats.headerGoesOn(head)) {
      head = head.longer(channel);
    }
    if (head.length() == 0) {
      throw new UnreadableRecordingException("is empty, expected a recording");
    }
    return new RecordingReader(channel, head, EventFormats.find(head, options), options);
  }

  /** Opens bytes in memory, which must not change while they are read. */
  public static RecordingReader open(byte[] recording, ReadOptions options) throws IOException {
    return open(new ByteArrayChannel(recording), options);
  }

  public EventFormat format() {
    return format;
  }

  public RecordingHeader header() {
    return header;
  }

  /**
   * Replaces what the batch holds with the next events, at most its capacity, and {@link #triggers}
   * with the edges between them, {@link #items} likewise. The batch's capacity grows only where it
   * is below what one word of the format gives. A batch may come back empty where only edges or
   * items were met.
   *
   * @return false at the end of the recording, with an empty batch and no edges
   * @throws IOException if the medium fails
   * @throws org.saccade.schemas.codec.OutOfFrameException under {@code OutOfFrame.FAIL}
   */
  public boolean read(EventBatch events) throws IOException {
    return read(events, null);
  }

  /**
   * As {@link #read(EventBatch)}, and replaces what {@code others} hold with the samples and the
   * frame met: a read stops at a frame. Without them these are passed over.
   *
   * @param others to fill, or null
   * @return false at the end of the recording, with nothing in any of them
   */
  public boolean read(EventBatch events, OtherItems others) throws IOException {
    events.clear();
    triggers.clear();
    if (others != null) {
      others.clear();
    }
    items.clear();
    events.ensureCapacity(decoder.maxEventsPerUnit());
    while (!finished) {
      int before = from;
      int first = events.size();
      from = decoder.decode(buffer, from, to, events, triggers, others);
      // A packet's bytes are taken only with its last event: events are progress too.
      boolean progress = from > before || events.size() > first;
      guard.apply(events, first, decoder.sound());
      boolean full = itemsFull() || others != null && others.isFull();
      if (full || events.room() < decoder.maxEventsPerUnit() || triggers.room() < 1) {
        return true;
      }
      if (progress) {
        // The decoder may have stopped at a full batch from which the guard then dropped some.
        continue;
      }
      if (ended) {
        first = events.size();
        from = decoder.finish(buffer, from, to, events, triggers);
        guard.apply(events, first);
        finished = true;
      } else {
        refill();
      }
    }
    return events.size() > 0
        || triggers.size() > 0
        || items.size() > 0
        || others != null && !others.isEmpty();
  }

  private boolean itemsFull() {
    return items != NO_ITEMS && items.room() < 1;
  }

  /**
   * Moves the rest to the front and reads once more: whatever the channel gives is decoded. The
   * buffer grows only when it is full of the bytes of one word, line or packet.
   */
  private void refill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    bufferOffset += from;
    to -= from;
    from = 0;
    if (to == buffer.length) {
      int max = Math.max(BUFFER_BYTES, decoder.maxUnitBytes());
      if (to >= max) {
        throw new IllegalStateException(
            format.name() + " takes nothing of " + to + " bytes: maxUnitBytes is not kept");
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(max, 2L * to));
    }
    int n = Head.readSome(channel, buffer, to);
    if (n < 0) {
      ended = true;
    } else {
      to += n;
    }
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

  /**
   * Goes on where another reader of the same recording stood; violations count from here on.
   *
   * @throws IllegalArgumentException if the state is not one of this format's decoder
   * @throws IOException if the position is not in the recording or out of reach of its channel
   */
  public void resume(Position position) throws IOException {
    long offset = position.offset();
    if (offset < header.dataOffset()) {
      throw new IOException(
          "cannot resume at byte " + offset + ": the data begin at byte " + header.dataOffset());
    }
    decoder.restore(position.decoderState());
    guard.latest(position.latest());
    finished = false;
    if (offset >= bufferOffset && offset <= bufferOffset + to) {
      from = (int) (offset - bufferOffset);
      return;
    }
    if (!(channel instanceof SeekableByteChannel seekable)) {
      throw new IOException("cannot resume at byte " + offset + ": its channel cannot seek");
    }
    if (offset > seekable.size()) {
      throw new IOException(
          "cannot resume at byte " + offset + ": the recording has " + seekable.size());
    }
    seekable.position(offset);
    if (buffer.length < BUFFER_BYTES) {
      buffer = new byte[BUFFER_BYTES];
    }
    bufferOffset = offset;
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

  /**
   * Asks for the items beside events and edges, of formats that have any; without this they are
   * passed over and counted. To be called before the first {@link #read}.
   */
  public void readItems() {
    if (decoder instanceof ItemDecoder more) {
      items = new ItemBatch(ITEMS);
      more.items(items);
    }
  }

  /** Items met by the last {@link #read}; none where they were not asked for. */
  public ItemBatch items() {
    return items;
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

package org.saccade.connectors.recording.evt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.saccade.connectors.recording.RecordingReader.Position;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.evt.TimeWords;

/**
 * Where a time begins in a recording of EVT words, by its TIME_HIGH words alone.
 *
 * <p>All words up to there are read and looked at, a chunk at a time, since nothing but the words
 * between says how often the time has wrapped. The last of these chunks, and of EVT3 all from the
 * one that last set the row or the vector base, are then decoded for the decoder's state.
 */
final class WordSeek {
  private static final int CHUNK_BYTES = 1 << 17;

  private final SeekableByteChannel recording;
  private final TimeWords times;
  private final byte[] chunk;

  /** A chunk's position, and the state of a decoder there. */
  private record Chunk(long offset, byte[] state) {}

  WordSeek(SeekableByteChannel recording, TimeWords times) {
    this(recording, times, CHUNK_BYTES);
  }

  /**
   * @param chunkBytes a multiple of 8
   */
  WordSeek(SeekableByteChannel recording, TimeWords times, int chunkBytes) {
    this.recording = recording;
    this.times = times;
    chunk = new byte[chunkBytes];
  }

  /**
   * A position before which every event and edge is earlier than {@code micros}.
   *
   * @param dataOffset where the words begin
   * @param decoder a fresh one
   */
  Position find(long dataOffset, EventDecoder decoder, long micros) throws IOException {
    long offset = dataOffset;
    Chunk row = null;
    Chunk base = null;
    while (true) {
      Chunk here = new Chunk(offset, times.state());
      int length = read(offset);
      int at = times.find(chunk, 0, length, micros);
      if (at < length || length < chunk.length) {
        return position(offset + at, earliest(earliest(here, row), base), decoder);
      }
      row = times.setRow() ? here : row;
      base = times.setVectorBase() ? here : base;
      offset += length;
    }
  }

  private static Chunk earliest(Chunk a, Chunk b) {
    return b == null || a.offset() <= b.offset() ? a : b;
  }

  private Position position(long target, Chunk from, EventDecoder decoder) throws IOException {
    decoder.restore(from.state());
    EventBatch events = new EventBatch(4096);
    TriggerBatch edges = new TriggerBatch(1024);
    long offset = from.offset();
    while (offset < target) {
      int length = (int) Math.min(read(offset), target - offset);
      int at = 0;
      int before = -1;
      while (at > before) {
        before = at;
        events.clear();
        edges.clear();
        at = decoder.decode(chunk, at, length, events, edges);
      }
      offset += at;
      if (at == 0) {
        break;
      }
    }
    return new Position(target, decoder.state(), Long.MIN_VALUE);
  }

  /** Fills the chunk from a position on, as far as the recording goes. */
  private int read(long offset) throws IOException {
    recording.position(offset);
    ByteBuffer target = ByteBuffer.wrap(chunk);
    while (target.hasRemaining() && recording.read(target) >= 0) {
      // Goes on until the chunk is full or the recording ends.
    }
    return target.position();
  }
}

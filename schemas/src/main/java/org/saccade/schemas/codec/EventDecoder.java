package org.saccade.schemas.codec;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Bytes of one encoding in, events out.
 *
 * <p>Whatever the bytes are, a decoder neither throws nor hangs nor allocates by a size that the
 * bytes declare: what cannot be read is counted in {@link #violations()} and passed over. Decoding
 * is split-safe: any cut of the input between two calls, and any capacity of the batches, gives the
 * same events.
 */
public interface EventDecoder {

  /**
   * Appends the events of {@code bytes[from, to)} to the batches and says where it stopped: at the
   * first byte of a word that is not whole, or when a batch has less than {@link #maxEventsPerUnit}
   * places left. Stopping at {@code from} with room in the batches means that more bytes are
   * needed.
   *
   * @return position of the first byte not taken, {@code from} to {@code to}
   */
  int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers);

  /**
   * As {@link #decode(byte[], int, int, EventBatch, TriggerBatch)}, and appends what the stream
   * holds beside events and edges to {@code others}, stopping where they are full. Without them it
   * is passed over. By default a stream holds nothing else.
   */
  default int decode(
      byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers, OtherItems others) {
    return decode(bytes, from, to, events, triggers);
  }

  /**
   * Takes what is left at the end of the input, less than a whole word: by default it is counted as
   * {@link Violation#TRUNCATED_TAIL}; a text decoder takes its last line.
   *
   * @return {@code to}
   */
  default int finish(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    violations().add(Violation.TRUNCATED_TAIL, to - from);
    return to;
  }

  /**
   * Longest word, record, line or packet in bytes: a buffer of this size always makes progress. It
   * need not have that size before the bytes are there.
   */
  int maxUnitBytes();

  /** Most events that one word can give: a batch with this room always makes progress. */
  int maxEventsPerUnit();

  /** The state between two words, at most 64 bytes; equal states decode equally. */
  byte[] state();

  /**
   * Goes on from a state that {@link #state()} gave.
   *
   * @throws IllegalArgumentException if it is not a state of this decoder
   */
  void restore(byte[] state);

  /**
   * Forgets all state after a break in the stream. The next time base that the stream gives is
   * taken to be the one nearest to {@code nearMicros}, as the encoding's own wraps.
   */
  void reset(long nearMicros);

  /**
   * Microseconds that a vendor's SDK subtracts from the times of this stream; 0 for encodings that
   * have no such custom, and before it is known.
   */
  default long sdkShiftMicros() {
    return 0;
  }

  /**
   * Asks for {@link #sound} against this frame, before the first call of {@link #decode}.
   *
   * @param width columns; 0: unknown, no event is out of frame
   * @param height rows; 0: unknown
   */
  default void frame(int width, int height) {}

  /**
   * Whether the events of the last {@link #decode} are known to lie inside of the frame, none
   * earlier than the one before it. A decoder that has the fields at hand sees that for less than
   * another pass over the batch costs. False says nothing: the {@link EventGuard} looks.
   */
  default boolean sound() {
    return false;
  }

  /** What was wrong with the stream so far. */
  ViolationCounts violations();
}

package org.saccade.connectors.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Cuts the sensor's own words into packets and leaves every byte of them as it is.
 *
 * <p>A decoder goes along to know times and counts, and what its state is at each cut. It goes in
 * steps; only the step in which a packet ends is gone back over, word by word. A packet ends before
 * the word whose events would be too many for it or too late, so it may hold up to 31 events fewer
 * than a columnar one; a single word with more events than the limit is a packet of its own. Where
 * the sensor has no event to tell, its time words fill packets of {@link #MAX_BYTES} without
 * events.
 */
final class WordPackets implements PacketSource {
  static final int MAX_BYTES = 1 << 19;
  private static final int STEP_BYTES = 256;
  private static final int READ_BYTES = 1 << 16;

  private final ReadableByteChannel words;
  private final EventEncoding encoding;
  private final EventDecoder decoder;
  private final PacketLimits limits;
  private final ViolationCounts violations;
  private final EventBatch step;
  private final TriggerBatch stepEdges = new TriggerBatch(STEP_BYTES);
  private final TriggerBatch edges = new TriggerBatch(64);
  private final int wordBytes;

  private byte[] buffer = new byte[2 * READ_BYTES];
  private int start;
  private int at;
  private int filled;
  private boolean exhausted;

  private byte[] state;
  private long sequence = -1;
  private int count;
  private long timeBase;
  private long timeEnd;
  private boolean last;

  /**
   * @param words from the first byte behind the header on
   * @param decoder a fresh one
   * @param violations where what was wrong with the words is added
   */
  WordPackets(
      ReadableByteChannel words,
      EventEncoding encoding,
      EventDecoder decoder,
      PacketLimits limits,
      ViolationCounts violations) {
    this.words = words;
    this.encoding = encoding;
    this.decoder = decoder;
    this.limits = limits;
    this.violations = violations;
    wordBytes = decoder.maxUnitBytes();
    step = new EventBatch((STEP_BYTES / wordBytes + 1) * decoder.maxEventsPerUnit());
  }

  @Override
  public boolean next() throws IOException {
    if (last) {
      return false;
    }
    edges.clear();
    start = at;
    state = decoder.state();
    count = 0;
    timeBase = timeEnd;
    boolean open = true;
    while (open) {
      int whole = (filled - at) / wordBytes * wordBytes;
      int end = at + Math.min(whole, STEP_BYTES);
      if (end - start > MAX_BYTES) {
        open = false;
      } else if (whole == 0 && exhausted) {
        decoder.finish(buffer, at, filled, step, stepEdges);
        settle();
        last = true;
        open = false;
      } else if (whole == 0) {
        refill();
      } else if (!take(end)) {
        while (at < end && open) {
          open = take(at + wordBytes);
        }
      }
    }
    sequence++;
    return true;
  }

  /** Takes words into the packet; none of them, and false, where not all of them belong to it. */
  private boolean take(int end) {
    byte[] before = decoder.state();
    step.clear();
    stepEdges.clear();
    decoder.decode(buffer, at, end, step, stepEdges);
    if (!fits() && (count > 0 || end - at > wordBytes)) {
      decoder.restore(before);
      decoder.violations().clear();
      return false;
    }
    settle();
    Edges.append(stepEdges, edges);
    int n = step.size();
    if (n > 0) {
      timeBase = count == 0 ? step.t(0) : timeBase;
      timeEnd = step.t(n - 1);
      count += n;
    }
    at = end;
    return true;
  }

  private boolean fits() {
    int n = step.size();
    if (count + n > limits.maxEvents()) {
      return false;
    }
    long base = count == 0 && n > 0 ? step.t(0) : timeBase;
    long max = limits.maxMicros();
    for (int i = 0; i < n; i++) {
      long away = step.t(i) - base;
      if (away >= max || -away >= max) {
        return false;
      }
    }
    return true;
  }

  private void settle() {
    violations.add(decoder.violations());
    decoder.violations().clear();
  }

  private void refill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    at -= start;
    filled -= start;
    start = 0;
    if (buffer.length - filled < READ_BYTES) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int n = words.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
    exhausted = n < 0;
    filled += Math.max(0, n);
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public long timeBase() {
    return timeBase;
  }

  @Override
  public long timeEnd() {
    return timeEnd;
  }

  @Override
  public boolean last() {
    return last;
  }

  @Override
  public TriggerBatch edges() {
    return edges;
  }

  @Override
  public byte[] write(PacketWriter writer) {
    return writer.write(this, encoding, state, buffer, start, at);
  }
}

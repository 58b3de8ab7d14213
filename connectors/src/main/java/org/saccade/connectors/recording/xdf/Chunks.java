package org.saccade.connectors.recording.xdf;

import java.io.EOFException;
import java.io.IOException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** The chunks of a file, one after the other; behind damage, from the next boundary on. */
final class Chunks {
  static final int STREAM_HEADER = 2;
  static final int SAMPLES = 3;
  static final int CLOCK_OFFSET = 4;
  private static final int LAST_TAG = 6;

  /** The 16 bytes of a boundary chunk. */
  static final long[] BOUNDARY = {0x0F41F5CBDC46A543L, 0xE4CB837346D50EB3L};

  private final XdfInput in;
  private final ViolationCounts violations;
  private long next;
  private int tag;
  private long end;

  /**
   * @param in behind {@code "XDF:"} is where they begin
   * @param violations what is wrong goes there
   */
  Chunks(XdfInput in, ViolationCounts violations) {
    this.in = in;
    this.violations = violations;
    next = 4;
  }

  /** What the chunk is. */
  int tag() {
    return tag;
  }

  /** Goes to the next chunk's content, the input's limit to its end; false behind the last. */
  boolean next() throws IOException {
    while (next < in.size()) {
      long start = next;
      in.seek(start, in.size());
      long content = begin();
      if (content >= 0 && content <= in.remaining()) {
        end = in.position() + content;
        next = end;
        in.seek(in.position(), end);
        return true;
      }
      long found = boundary(start + 1);
      if (found >= 0) {
        violations.add(Violation.BAD_PACKET, 1);
        next = found;
        continue;
      }
      next = in.size();
      if (content >= 0 && tag == SAMPLES) {
        violations.add(Violation.CUT_PACKET, 1);
        in.seek(start, in.size());
        var unused = begin();
        return true;
      }
      violations.add(Violation.TRUNCATED_TAIL, in.size() - start);
    }
    return false;
  }

  /** Reads length and tag: bytes of the content, -1 where there cannot be a chunk. */
  private long begin() throws IOException {
    try {
      long length = in.length();
      if (length < 2) {
        return -1;
      }
      tag = (int) in.unsigned(2);
      return tag >= 1 && tag <= LAST_TAG ? length - 2 : -1;
    } catch (EOFException e) {
      return -1;
    }
  }

  /** Where the next chunk begins: behind a boundary at this place or later; -1: there is none. */
  private long boundary(long from) throws IOException {
    in.seek(from, in.size());
    long low = 0;
    long high = 0;
    for (long at = from; at < in.size(); at++) {
      low = low >>> 8 | high << 56;
      high = high >>> 8 | in.unsigned(1) << 56;
      if (low == BOUNDARY[0] && high == BOUNDARY[1] && at - from >= 15) {
        return at + 1;
      }
    }
    return -1;
  }
}

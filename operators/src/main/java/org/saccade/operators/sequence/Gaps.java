package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/** The latest gaps of a session; of what came before them only the end is known. */
final class Gaps {
  static final int REMEMBERED = 64;

  private record Gap(long from, long to) {}

  private final ArrayDeque<Gap> gaps = new ArrayDeque<>();
  private long forgottenBelow;

  /** Sequences {@code from} (inclusive) to {@code to} (exclusive) are missing. */
  void add(long from, long to) {
    gaps.addLast(new Gap(from, to));
    if (gaps.size() > REMEMBERED) {
      forgottenBelow = gaps.removeFirst().to();
    }
  }

  /** Whether a sequence lies in a gap, or may have: it is below one that was forgotten. */
  boolean mayHold(long sequence) {
    if (sequence < forgottenBelow) {
      return true;
    }
    for (Gap gap : gaps) {
      if (sequence >= gap.from && sequence < gap.to) {
        return true;
      }
    }
    return false;
  }

  /** All that is below {@code sequence} is unknown. */
  void forgetBelow(long sequence) {
    gaps.clear();
    forgottenBelow = sequence;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(forgottenBelow);
    out.writeInt(gaps.size());
    for (Gap gap : gaps) {
      out.writeLong(gap.from);
      out.writeLong(gap.to);
    }
  }

  void read(DataInput in) throws IOException {
    gaps.clear();
    forgottenBelow = in.readLong();
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      gaps.addLast(new Gap(in.readLong(), in.readLong()));
    }
  }
}

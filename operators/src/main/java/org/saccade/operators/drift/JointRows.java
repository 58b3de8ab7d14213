package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Brings what the detectors of several series say to one row a moment, in the order of time. A row
 * goes out when all series are in it or past it; at most {@value #MOST} wait, then the oldest goes
 * out as it is.
 */
final class JointRows {
  /** More than the values that a series holds back in its beginning. */
  static final int MOST = 256;

  private final int dimensions;
  private final long[] past;
  private final Deque<JointRow> waiting = new ArrayDeque<>();
  private long gone = Long.MIN_VALUE;

  JointRows(int dimensions) {
    this.dimensions = dimensions;
    past = new long[dimensions];
    Arrays.fill(past, Long.MIN_VALUE);
  }

  /** What one series says; nothing where the moment has gone out already. */
  void put(int series, long time, double value, double raw, double z) {
    past[series] = time;
    if (time <= gone) {
      return;
    }
    JointRow row = row(time);
    row.values[series] = value;
    row.raw[series] = raw;
    row.z[series] = z;
  }

  private JointRow row(long time) {
    for (Iterator<JointRow> newest = waiting.descendingIterator(); newest.hasNext(); ) {
      JointRow row = newest.next();
      if (row.time == time) {
        return row;
      }
      if (row.time < time) {
        break;
      }
    }
    JointRow row = new JointRow(time, dimensions);
    if (waiting.isEmpty() || waiting.getLast().time < time) {
      waiting.addLast(row);
    } else {
      insert(row);
    }
    return row;
  }

  private void insert(JointRow row) {
    Deque<JointRow> later = new ArrayDeque<>();
    while (!waiting.isEmpty() && waiting.getLast().time > row.time) {
      later.addFirst(waiting.removeLast());
    }
    waiting.addLast(row);
    waiting.addAll(later);
  }

  /** The next row that goes out; null: none yet. */
  JointRow next() {
    JointRow first = waiting.peekFirst();
    if (first == null || waiting.size() <= MOST && !isPassed(first)) {
      return null;
    }
    return last();
  }

  /** The next row, complete or not; null: none. */
  JointRow last() {
    JointRow first = waiting.pollFirst();
    gone = first == null ? gone : first.time;
    return first;
  }

  private boolean isPassed(JointRow row) {
    for (int i = 0; i < dimensions; i++) {
      if (!row.has(i) && past[i] <= row.time) {
        return false;
      }
    }
    return true;
  }

  /** Time begins anew. */
  void restart() {
    waiting.clear();
    Arrays.fill(past, Long.MIN_VALUE);
    gone = Long.MIN_VALUE;
  }

  /** Whether a series' time has gone back. */
  boolean isBack(int series, long time) {
    return time <= past[series];
  }

  long bytes() {
    return waiting.size() * (64L + 24L * dimensions);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(gone);
    for (long time : past) {
      out.writeLong(time);
    }
    out.writeInt(waiting.size());
    for (JointRow row : waiting) {
      row.write(out);
    }
  }

  void read(DataInput in) throws IOException {
    gone = in.readLong();
    for (int i = 0; i < dimensions; i++) {
      past[i] = in.readLong();
    }
    for (int n = in.readInt(); n > 0; n--) {
      waiting.addLast(JointRow.read(in, dimensions));
    }
  }
}

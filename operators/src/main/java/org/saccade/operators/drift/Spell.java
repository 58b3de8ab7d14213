package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Records of one kind in a row, told of as one when something else comes. */
final class Spell {
  private long count;
  private long first;
  private long last;

  void add(long time) {
    first = count == 0 ? time : Math.min(first, time);
    last = count == 0 ? time : Math.max(last, time);
    count++;
  }

  boolean isOpen() {
    return count > 0;
  }

  long count() {
    return count;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  void end() {
    count = 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(first);
    out.writeLong(last);
  }

  void read(DataInput in) throws IOException {
    count = in.readLong();
    first = in.readLong();
    last = in.readLong();
  }
}

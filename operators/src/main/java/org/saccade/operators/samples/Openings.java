package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Fields;

/** How often a stream's stage was opened. */
final class Openings extends Fields {
  private long count;

  Openings() {
    super("openings", 1);
  }

  long count() {
    return count;
  }

  long next() {
    changed();
    return ++count;
  }

  @Override
  protected void write(DataOutput out) throws IOException {
    out.writeLong(count);
  }

  @Override
  protected void read(DataInput in) throws IOException {
    count = in.readLong();
  }
}

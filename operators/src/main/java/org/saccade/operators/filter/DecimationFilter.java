package org.saccade.operators.filter;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Fields;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/** Keeps events 0, n, 2n, … of a session, counted over its packets. */
public final class DecimationFilter implements EventStage {
  private final long every;
  private long toDrop;
  private final Fields fields =
      new Fields("decimation", 1) {
        @Override
        protected void write(DataOutput out) throws IOException {
          out.writeLong(toDrop);
        }

        @Override
        protected void read(DataInput in) throws IOException {
          // A configuration that keeps more may have come since: no longer wait than it says.
          toDrop = Math.max(0, Math.min(in.readLong(), every - 1));
        }
      };

  public DecimationFilter(DecimationParameters parameters) {
    every = parameters.every();
  }

  @Override
  public void open(int width, int height) {
    toDrop = 0;
    fields.forgotten();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    int n = batch.size();
    int kept = 0;
    long i = toDrop;
    for (; i < n; i += every) {
      int from = (int) i;
      batch.t()[kept] = batch.t()[from];
      batch.x()[kept] = batch.x()[from];
      batch.y()[kept] = batch.y()[from];
      batch.p()[kept] = batch.p()[from];
      kept++;
    }
    toDrop = i - n;
    batch.size(kept);
    fields.changed();
  }

  @Override
  public void close(StageSink sink) {
    open(1, 1);
  }

  @Override
  public long bytes() {
    return fields.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    fields.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    fields.flush(sink);
  }
}

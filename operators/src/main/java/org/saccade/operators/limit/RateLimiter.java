package org.saccade.operators.limit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Fields;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Drops events so that no window [a, a + W) of sensor time holds more than N of those that are
 * left, wherever it begins and in whatever order times come.
 *
 * <ul>
 *   <li>Events in order: each is kept that can be. The first of a burst pass, not a sample of it.
 *   <li>An event that comes late is kept if fewer than N kept ones lie behind t - W, those later
 *       than it included; one that {@value LatestTimes#MAX_SHIFT} or more are later than is
 *       dropped.
 *   <li>What is dropped is one condition {@code RATE}, from the first event that is dropped until
 *       none has been for the longer of W and a second; closing it tells how many there were.
 * </ul>
 */
public final class RateLimiter implements EventStage {
  private static final long CALM_MICROS = 1_000_000;

  private final int most;
  private final long windowMicros;
  private final long calmMicros;
  private final LatestTimes kept;
  private boolean dropping;
  private long openedAt;
  private long lastDrop;
  private long dropped;
  private final Fields fields =
      new Fields("rate limiter", 1) {
        @Override
        protected void write(DataOutput out) throws IOException {
          out.writeBoolean(dropping);
          out.writeLong(openedAt);
          out.writeLong(lastDrop);
          out.writeLong(dropped);
        }

        @Override
        protected void read(DataInput in) throws IOException {
          dropping = in.readBoolean();
          openedAt = in.readLong();
          lastDrop = in.readLong();
          dropped = in.readLong();
        }
      };
  private final PagedParts parts;

  public RateLimiter(RateLimitParameters parameters) {
    most = parameters.events();
    windowMicros = parameters.windowMicros();
    calmMicros = Math.max(windowMicros, CALM_MICROS);
    kept = new LatestTimes(most);
    parts = new PagedParts(fields, kept);
  }

  @Override
  public void open(int width, int height) {
    kept.open();
    dropping = false;
    fields.forgotten();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    fields.changed();
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int k = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      if (dropping && time - lastDrop >= calmMicros) {
        closeCondition(sink);
      }
      if (time - kept.oldest() >= windowMicros && kept.replaceOldest(time)) {
        t[k] = time;
        x[k] = x[i];
        y[k] = y[i];
        p[k] = p[i];
        k++;
      } else {
        drop(time, sink);
      }
    }
    batch.size(k);
  }

  private void drop(long time, StageSink sink) {
    if (!dropping) {
      dropping = true;
      openedAt = time;
      lastDrop = time;
      dropped = 0;
      String detail =
          "more than " + most + " events in " + windowMicros + " µs: the rest is dropped";
      sink.put(new Condition(Condition.Kind.RATE, Condition.State.OPEN, time, time, 0, detail));
    }
    dropped++;
    lastDrop = Math.max(lastDrop, time);
  }

  private void closeCondition(StageSink sink) {
    dropping = false;
    sink.put(
        new Condition(
            Condition.Kind.RATE,
            Condition.State.CLOSED,
            openedAt,
            lastDrop,
            dropped,
            dropped + " events dropped, the last of them at " + lastDrop + " µs"));
  }

  @Override
  public void close(StageSink sink) {
    if (dropping) {
      closeCondition(sink);
    }
    kept.release();
    fields.forgotten();
  }

  @Override
  public long bytes() {
    return parts.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    parts.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    parts.flush(sink);
  }
}

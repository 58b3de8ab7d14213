package org.saccade.operators.rate;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.FeatureValue;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Counts events over windows [k T, (k + 1) T) of sensor time and gives, for each window that
 * closes, {@code event_rate}, {@code on_rate} and {@code off_rate} in events a second.
 *
 * <ul>
 *   <li>A window closes when the stream is known up to its end: an event at or behind it, or a
 *       packet that ends there. A gap closes nothing by itself.
 *   <li>Windows without events between two with events give zeros. A silence of more than {@link
 *       #MAX_EMPTY} windows gives none: the meter goes on at the window of the next event.
 *   <li>Every rate is count / T, also of the first and the last window of a session, of which the
 *       stream may cover only a part: so the rates of a session times T add up to its events.
 *   <li>Closing the meter closes the open window.
 *   <li>An event earlier than the open window (time went back) is counted in the open window.
 * </ul>
 */
public final class RateMeter implements EventStage {
  /** Most windows of silence that are filled with zeros. */
  public static final long MAX_EMPTY = 10_000;

  private static final int VERSION = 1;
  private static final long NONE = Long.MIN_VALUE;

  private final long windowMicros;
  private long start = NONE;
  private long events;
  private long on;
  private boolean changed;

  public RateMeter(RateParameters parameters) {
    windowMicros = parameters.windowMicros();
  }

  @Override
  public void open(int width, int height) {
    forget();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    changed = true;
    long[] t = batch.t();
    byte[] p = batch.p();
    int n = batch.size();
    int i = 0;
    while (i < n) {
      advance(t[i], sink);
      long end = start + windowMicros;
      int from = i;
      int ons = 0;
      while (i < n && t[i] < end) {
        ons += p[i];
        i++;
      }
      events += i - from;
      on += ons;
    }
    if (start != NONE) {
      advance(timeEnd, sink);
    }
  }

  private void advance(long time, StageSink sink) {
    if (start == NONE) {
      start = Math.floorDiv(time, windowMicros) * windowMicros;
      return;
    }
    if (time < start + windowMicros) {
      return;
    }
    give(sink);
    long next = Math.floorDiv(time, windowMicros) * windowMicros;
    long empty = (next - start) / windowMicros - 1;
    start = empty > MAX_EMPTY ? next : start + windowMicros;
    while (start < next) {
      give(sink);
      start += windowMicros;
    }
  }

  private void give(StageSink sink) {
    double seconds = windowMicros / 1e6;
    long end = start + windowMicros;
    sink.put(new FeatureValue("event_rate", start, end, events / seconds));
    sink.put(new FeatureValue("on_rate", start, end, on / seconds));
    sink.put(new FeatureValue("off_rate", start, end, (events - on) / seconds));
    events = 0;
    on = 0;
  }

  @Override
  public void close(StageSink sink) {
    if (start != NONE) {
      give(sink);
    }
    forget();
  }

  private void forget() {
    start = NONE;
    events = 0;
    on = 0;
    changed = true;
  }

  @Override
  public long bytes() {
    return 64;
  }

  @Override
  public void restore(int number, Page page) {
    PageForm.read(
        "rate meter",
        page,
        VERSION,
        in -> {
          start = in.readLong();
          events = in.readLong();
          on = in.readLong();
        });
    changed = false;
  }

  @Override
  public void flush(PageSink sink) {
    if (changed && start == NONE) {
      sink.remove(0);
    } else if (changed) {
      sink.put(
          0,
          PageForm.page(
              VERSION,
              out -> {
                out.writeLong(start);
                out.writeLong(events);
                out.writeLong(on);
              }));
    }
    changed = false;
  }
}

package org.saccade.operators.events;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityFilter;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryFilter;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.rate.RateMeter;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.FeatureSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * The stages that a stream's events go through, in order.
 *
 * <p>Page n of the stage with number k is page {@code k << 24 | n} of the chain. The numbers stay
 * with the stages from release to release and whatever the configuration, so a filter that was
 * switched off leaves pages that are removed.
 */
final class EventChain implements Paged {
  private static final int REFRACTORY = 1;
  private static final int BACKGROUND_ACTIVITY = 2;
  private static final int RATE = 3;
  private static final int STAGE_SHIFT = 24;

  private record Numbered(int number, EventStage stage) {}

  private final List<Numbered> stages = new ArrayList<>();
  private final TreeSet<Integer> ownerless = new TreeSet<>();

  EventChain(EventStreamParameters p) {
    if (p.ratePlace() == RatePlace.BEFORE_FILTERS) {
      stages.add(new Numbered(RATE, new RateMeter(p.rateWindowMicros())));
    }
    if (p.refractory() != Refractory.OFF) {
      stages.add(
          new Numbered(REFRACTORY, new RefractoryFilter(p.refractory(), p.refractoryMicros())));
    }
    if (p.backgroundActivity() != BackgroundActivity.OFF) {
      stages.add(
          new Numbered(
              BACKGROUND_ACTIVITY,
              new BackgroundActivityFilter(p.backgroundActivity(), p.backgroundActivityMicros())));
    }
    if (p.ratePlace() == RatePlace.AFTER_FILTERS) {
      stages.add(new Numbered(RATE, new RateMeter(p.rateWindowMicros())));
    }
  }

  void open(int width, int height) {
    for (Numbered s : stages) {
      s.stage.open(width, height);
    }
  }

  void process(EventBatch batch, long timeEnd, FeatureSink features) {
    for (Numbered s : stages) {
      s.stage.process(batch, timeEnd, features);
    }
  }

  void close(FeatureSink features) {
    for (Numbered s : stages) {
      s.stage.close(features);
    }
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (Numbered s : stages) {
      bytes += s.stage.bytes();
    }
    return bytes;
  }

  @Override
  public void restore(int number, Page page) {
    for (Numbered s : stages) {
      if (s.number == number >> STAGE_SHIFT) {
        s.stage.restore(number & (1 << STAGE_SHIFT) - 1, page);
        return;
      }
    }
    ownerless.add(number);
  }

  @Override
  public void flush(PageSink sink) {
    for (Numbered s : stages) {
      int base = s.number << STAGE_SHIFT;
      s.stage.flush(
          new PageSink() {
            @Override
            public void put(int number, Page page) {
              sink.put(base | number, page);
            }

            @Override
            public void remove(int number) {
              sink.remove(base | number);
            }
          });
    }
    ownerless.forEach(sink::remove);
    ownerless.clear();
  }
}

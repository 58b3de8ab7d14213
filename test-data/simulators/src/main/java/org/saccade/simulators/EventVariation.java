package org.saccade.simulators;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.random.CounterRandom;

/**
 * Fewer events, or events of nobody's: what a classifier must bear.
 *
 * @param keep probability that an event stays, above 0 to 1
 * @param noiseShare noise events added for each event kept, 0 to 100; uniform over the frame and
 *     over the time from the first event to the last
 */
public record EventVariation(double keep, double noiseShare) {
  private static final long KEEP = 1;
  private static final long NOISE = 2;

  public EventVariation {
    if (!(keep > 0 && keep <= 1)) {
      throw new IllegalArgumentException("keep=" + keep + " must be above 0 and at most 1");
    }
    if (!(noiseShare >= 0 && noiseShare <= 100)) {
      throw new IllegalArgumentException("noiseShare=" + noiseShare + " must be between 0 and 100");
    }
  }

  public boolean isNone() {
    return keep == 1 && noiseShare == 0;
  }

  /**
   * A new batch, in time order if the given one is.
   *
   * @param width columns over which noise is spread
   * @param height rows
   */
  public EventBatch apply(EventBatch events, int width, int height, long seed) {
    EventBatch kept = new EventBatch(Math.max(1, events.size()));
    long keepKey = CounterRandom.key(seed, KEEP);
    for (int i = 0; i < events.size(); i++) {
      if (keep == 1 || CounterRandom.uniform(keepKey, i) < keep) {
        kept.append(events, i, i + 1);
      }
    }
    int noise = kept.size() == 0 ? 0 : (int) Math.rint(noiseShare * kept.size());
    return noise == 0 ? kept : merged(kept, noise, width, height, CounterRandom.key(seed, NOISE));
  }

  private static EventBatch merged(EventBatch kept, int noise, int width, int height, long key) {
    long first = kept.t(0);
    long span = kept.t(kept.size() - 1) - first + 1;
    long[] times = new long[noise];
    for (int k = 0; k < noise; k++) {
      times[k] = first + (long) (span * CounterRandom.uniform(key, 2L * k));
    }
    Arrays.sort(times);
    EventBatch all = new EventBatch(kept.size() + noise);
    int next = 0;
    for (int i = 0; i <= kept.size(); i++) {
      while (next < noise && (i == kept.size() || times[next] < kept.t(i))) {
        long bits = CounterRandom.bits(key, 2L * next + 1);
        int x = (int) ((bits >>> 33) % width);
        int y = (int) ((bits & 0x7FFFFFFF) % height);
        all.add(times[next++], x, y, (int) (bits >>> 31) & 1);
      }
      if (i < kept.size()) {
        all.append(kept, i, i + 1);
      }
    }
    return all;
  }
}

package org.saccade.simulators.dvs;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/** Events in time order, and of each whether it is signal or noise. */
public final class LabelledEvents {
  private final EventBatch events;
  private boolean[] signal;
  private int signalCount;

  public LabelledEvents(int capacity) {
    events = new EventBatch(capacity);
    signal = new boolean[capacity];
  }

  public EventBatch events() {
    return events;
  }

  /** Labels, parallel to the events: true for signal. Holds below {@link #size()}. */
  public boolean[] signal() {
    return signal;
  }

  public int size() {
    return events.size();
  }

  public int signalCount() {
    return signalCount;
  }

  public int noiseCount() {
    return events.size() - signalCount;
  }

  public void clear() {
    events.clear();
    signalCount = 0;
  }

  /**
   * Appends two batches merged by time. At equal times signal comes first, and events of one batch
   * stay in their order.
   *
   * @param light events of the pixel model, in time order, none before what is there already
   * @param noise events of noise, likewise
   */
  public void appendMerged(EventBatch light, EventBatch noise) {
    int total = events.size() + light.size() + noise.size();
    events.ensureCapacity(total);
    if (signal.length < total) {
      signal = Arrays.copyOf(signal, events.capacity());
    }
    int n = 0;
    for (int s = 0; s < light.size(); s++) {
      for (; n < noise.size() && noise.t(n) < light.t(s); n++) {
        add(noise, n, false);
      }
      add(light, s, true);
    }
    for (; n < noise.size(); n++) {
      add(noise, n, false);
    }
  }

  private void add(EventBatch from, int i, boolean isSignal) {
    signal[events.size()] = isSignal;
    signalCount += isSignal ? 1 : 0;
    events.add(from.t(i), from.x(i), from.y(i), from.p(i));
  }
}

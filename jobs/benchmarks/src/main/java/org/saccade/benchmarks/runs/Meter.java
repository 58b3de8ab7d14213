package org.saccade.benchmarks.runs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.saccade.local.run.RunningJob;

/**
 * What reaches the end of the job that runs in this process, and when. One job at a time: its
 * functions find the meter by {@link #current()}.
 */
final class Meter {
  private static volatile Meter current;

  private final long expectedPackets;
  private final CountDownLatch complete = new CountDownLatch(1);
  private long packets;
  private long events;
  private long firstEvents;
  private long firstNanos;
  private long lastNanos;
  private long checkpoints;

  private Meter(long expectedPackets) {
    this.expectedPackets = expectedPackets;
  }

  /** A new meter, which the functions of the next job find. */
  static Meter expecting(long packets) {
    Meter meter = new Meter(packets);
    current = meter;
    return meter;
  }

  static Meter current() {
    return current;
  }

  synchronized void packet(int count) {
    lastNanos = System.nanoTime();
    if (packets == 0) {
      firstNanos = lastNanos;
      firstEvents = count;
    }
    packets++;
    events += count;
    if (packets == expectedPackets) {
      complete.countDown();
    }
  }

  synchronized void checkpoint() {
    checkpoints++;
  }

  synchronized long checkpoints() {
    return checkpoints;
  }

  synchronized long events() {
    return events;
  }

  synchronized long lastNanos() {
    return lastNanos;
  }

  /** Waits for the expected packets as long as the job runs. */
  void await(RunningJob job) throws Exception {
    while (!complete.await(50, TimeUnit.MILLISECONDS)) {
      job.failIfEnded();
    }
  }

  /**
   * @throws IllegalStateException if not exactly the expected packets came
   */
  synchronized void checkComplete() {
    if (packets != expectedPackets) {
      throw new IllegalStateException(
          packets + " packets came out of the job, expected " + expectedPackets);
    }
  }

  /** Millions of events a second from the first packet, itself not counted, to the last. */
  synchronized double millionsPerSecond(long eventsIn) {
    return (eventsIn - firstEvents) * 1e3 / (lastNanos - firstNanos);
  }
}

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
  private long firstEvents;
  private Spent first;
  private Spent last;
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
    if (packets == 0) {
      first = Spent.now();
      firstEvents = count;
    }
    packets++;
    if (packets == expectedPackets) {
      last = Spent.now();
      complete.countDown();
    }
  }

  synchronized void checkpoint() {
    checkpoints++;
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

  /**
   * From the first packet, itself not counted, to the last.
   *
   * @param eventsIn events that went into the job
   */
  synchronized Outcome outcome(long eventsIn) {
    return outcome(eventsIn - firstEvents, first);
  }

  /** From a moment before the first packet to the last. */
  synchronized Outcome outcome(long events, Spent start) {
    return start.until(last, events, checkpoints);
  }
}

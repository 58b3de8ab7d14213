package org.saccade.benchmarks.runs;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.saccade.local.run.RunningJob;

/**
 * What reaches the end of the job that runs in this process, and when. One job at a time: its
 * functions find the meter by {@link #current()}.
 */
final class Meter {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static volatile Meter current;

  private final long expectedPackets;
  private final CountDownLatch complete = new CountDownLatch(1);
  private long packets;
  private long firstEvents;
  private long firstNanos;
  private long lastNanos;
  private long firstCpuNanos;
  private long lastCpuNanos;
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
      firstCpuNanos = cpuNanos();
      firstEvents = count;
    }
    packets++;
    if (packets == expectedPackets) {
      lastCpuNanos = cpuNanos();
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
    return outcome(eventsIn - firstEvents, firstNanos, firstCpuNanos);
  }

  /**
   * From a moment before the first packet to the last.
   *
   * @param startNanos {@link System#nanoTime} then
   * @param startCpuNanos {@link #cpuNanos} then
   */
  synchronized Outcome outcome(long events, long startNanos, long startCpuNanos) {
    return new Outcome(
        events * 1e3 / (lastNanos - startNanos),
        (double) (lastCpuNanos - startCpuNanos) / events,
        checkpoints);
  }

  /** CPU time of this process so far: broker, job, compiler and collector. */
  static long cpuNanos() {
    return PROCESS.getProcessCpuTime();
  }
}

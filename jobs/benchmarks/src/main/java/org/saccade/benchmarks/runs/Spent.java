package org.saccade.benchmarks.runs;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process has spent up to a moment: broker, job, compiler and collector together.
 *
 * @param nanos {@link System#nanoTime}
 * @param cpuNanos processor time
 * @param allocated bytes of heap, by the threads that live now
 */
record Spent(long nanos, long cpuNanos, long allocated) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  static Spent now() {
    long allocated = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      allocated += Math.max(0, bytes);
    }
    return new Spent(System.nanoTime(), PROCESS.getProcessCpuTime(), allocated);
  }

  /** From this moment to a later one, in which so many events went by. */
  Outcome until(Spent end, long events, long checkpoints) {
    return new Outcome(
        events * 1e3 / (end.nanos - nanos),
        (double) (end.cpuNanos - cpuNanos) / events,
        (double) (end.allocated - allocated) / events,
        checkpoints);
  }
}

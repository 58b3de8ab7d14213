package org.saccade.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/**
 * The filters of {@link FilterBenchmark} by the processor time of the thread, which is counted only
 * while it runs: on a machine that others share that says more than the clock on the wall.
 */
final class FilterSpeed {
  private static final int WARM_UP = 2_500;
  private static final int ROUNDS = 5;
  private static final int BATCHES_A_ROUND = 1_500;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final PrintStream out;

  FilterSpeed(PrintStream out) {
    this.out = out;
  }

  /** Prints a line a filter: the best of five rounds. */
  void print() {
    out.printf(
        "%nEvents of a 1280x720 sensor, 10 million a second; none: the batch is copied, which all"
            + " others do first.%n%-36s %22s %14s%n",
        "filter", "M events/s of CPU time", "bytes/event");
    for (FilterBenchmark.Filter filter : FilterBenchmark.Filter.values()) {
      line(filter);
    }
  }

  private void line(FilterBenchmark.Filter filter) {
    FilterBenchmark benchmark = new FilterBenchmark();
    benchmark.filter = filter;
    benchmark.generate();
    run(benchmark, WARM_UP);
    long fewest = Long.MAX_VALUE;
    long allocated = thread.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      long before = thread.getCurrentThreadCpuTime();
      run(benchmark, BATCHES_A_ROUND);
      fewest = Math.min(fewest, thread.getCurrentThreadCpuTime() - before);
    }
    allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
    double events = (double) BATCHES_A_ROUND * FilterBenchmark.EVENTS;
    out.printf(
        "%-36s %22.1f %14.5f%n", filter, events * 1e3 / fewest, allocated / (events * ROUNDS));
  }

  private static void run(FilterBenchmark benchmark, int batches) {
    for (int i = 0; i < batches; i++) {
      var unused = benchmark.process();
    }
  }
}

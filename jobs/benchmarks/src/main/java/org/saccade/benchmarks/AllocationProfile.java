package org.saccade.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Bytes allocated for each event by codec, decoders and filters, measured by JMH's gc profiler over
 * a few iterations.
 */
final class AllocationProfile {
  private static final String PER_EVENT = "gc.alloc.rate.norm";

  private AllocationProfile() {}

  static void run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(pattern(ColumnarBenchmark.class))
            .include(pattern(DecoderBenchmark.class))
            .include(pattern(FilterBenchmark.class))
            .include(pattern(VisionBenchmark.class))
            .addProfiler(GCProfiler.class)
            .warmupIterations(2)
            .measurementIterations(3)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementTime(TimeValue.milliseconds(500))
            .forks(1)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.out.println("Bytes allocated per event, and millions of events a second on one thread.");
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult result : results) {
      System.out.printf(
          "%-58s %10.5f B/event %8.1f M/s%n",
          name(result), bytes(result), result.getPrimaryResult().getScore());
    }
  }

  private static String pattern(Class<?> benchmark) {
    return benchmark.getName().replace(".", "\\.") + "\\..*";
  }

  private static String name(RunResult result) {
    String name = result.getParams().getBenchmark();
    StringBuilder text =
        new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
    for (String key : result.getParams().getParamsKeys()) {
      text.append(' ').append(result.getParams().getParam(key));
    }
    return text.toString();
  }

  private static double bytes(RunResult result) {
    for (var entry : result.getSecondaryResults().entrySet()) {
      Result<?> value = entry.getValue();
      if (entry.getKey().endsWith(PER_EVENT)) {
        return value.getScore();
      }
    }
    throw new IllegalStateException("the gc profiler did not say " + PER_EVENT);
  }
}

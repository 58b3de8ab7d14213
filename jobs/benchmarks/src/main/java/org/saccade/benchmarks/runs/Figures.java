package org.saccade.benchmarks.runs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of several rounds: medians, and ratios within the rounds. */
final class Figures {
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /** The figure's value in this round, in millions of events a second. */
  void add(String name, double millionsPerSecond) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(millionsPerSecond);
  }

  /** Median of the rounds. */
  double median(String name) {
    return median(values.get(name).stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Median of the ratios of the rounds. */
  double ratio(String name, String base) {
    List<Double> a = values.get(name);
    List<Double> b = values.get(base);
    double[] ratios = new double[a.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = a.get(i) / b.get(i);
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  void head(PrintStream out, String title, String base) {
    out.printf("%-46s %9s  %-15s %s%n", title, "M events/s", "rounds", "of " + base);
  }

  /** A line: median, smallest and largest, ratio. */
  void line(PrintStream out, String name, String base, String target) {
    double[] sorted = values.get(name).stream().mapToDouble(Double::doubleValue).sorted().toArray();
    out.printf(
        "%-46s %9.1f   %-15s %.2f%s%n",
        name,
        median(name),
        String.format("%.1f .. %.1f", sorted[0], sorted[sorted.length - 1]),
        ratio(name, base),
        target.isEmpty() ? "" : "   target: " + target);
  }
}

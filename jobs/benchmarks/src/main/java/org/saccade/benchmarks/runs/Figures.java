package org.saccade.benchmarks.runs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of several rounds: medians, and ratios within the rounds. */
final class Figures {
  private final Map<String, List<Outcome>> values = new LinkedHashMap<>();

  /** What was measured in this round. */
  void add(String name, Outcome outcome) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(outcome);
  }

  /** Median of the ratios of the rounds. */
  double ratio(String name, String base) {
    List<Outcome> a = values.get(name);
    List<Outcome> b = values.get(base);
    double[] ratios = new double[a.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = a.get(i).rate() / b.get(i).rate();
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** A heading, and what the ratios are of. */
  void head(PrintStream out, String title, String... bases) {
    out.printf("%n%-44s %8s  %-15s %9s %8s", title, "M ev/s", "rounds", "CPU ns/ev", "heap B/ev");
    for (String base : bases) {
      out.printf("  of %s", base);
    }
    out.println();
  }

  /** A line: median, smallest and largest, ratios. */
  void line(PrintStream out, String name, String target, String... bases) {
    double[] rates = values.get(name).stream().mapToDouble(Outcome::rate).sorted().toArray();
    double[] cpu = values.get(name).stream().mapToDouble(Outcome::cpuNanos).toArray();
    double[] heap = values.get(name).stream().mapToDouble(Outcome::allocated).toArray();
    out.printf(
        "%-44s %8.1f  %-15s %9.1f %9.1f",
        name,
        median(rates),
        String.format("%.1f .. %.1f", rates[0], rates[rates.length - 1]),
        median(cpu),
        median(heap));
    for (String base : bases) {
      out.printf("  %" + (3 + base.length()) + ".2f", ratio(name, base));
    }
    out.println(target.isEmpty() ? "" : "   target: " + target);
  }
}

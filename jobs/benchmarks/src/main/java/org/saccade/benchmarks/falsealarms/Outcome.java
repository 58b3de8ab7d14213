package org.saccade.benchmarks.falsealarms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.saccade.operators.probability.SplitMix;

/**
 * What many warm-ups gave, as factors of the false alarms asked for.
 *
 * @param mean over all samples
 * @param low lower end of its 95 % interval, by a bootstrap over warm-ups
 * @param high its upper end
 * @param tenth a tenth of the warm-ups gave less
 * @param ninth a tenth gave more
 * @param within part of the warm-ups within {@value #ALLOWED} either way
 * @param nominal the same factor of the test for independent samples; NaN where there is none
 */
record Outcome(
    double mean,
    double low,
    double high,
    double tenth,
    double ninth,
    double within,
    double nominal) {
  static final double ALLOWED = 1.5;
  private static final int DRAWS = 2000;

  /** Of so many warm-ups, each of its own number. */
  static Outcome of(int warmUps, double runLength, IntFunction<Tally> warmUp) {
    List<Tally> all = IntStream.range(0, warmUps).parallel().mapToObj(warmUp).toList();
    SplitMix random = new SplitMix(1);
    double[] means =
        IntStream.range(0, DRAWS)
            .mapToDouble(
                draw ->
                    mean(
                        IntStream.range(0, warmUps)
                            .mapToObj(i -> all.get(random.nextInt(warmUps)))
                            .toList(),
                        runLength))
            .sorted()
            .toArray();
    double[] each = all.stream().mapToDouble(t -> t.factor(runLength)).sorted().toArray();
    long within = Arrays.stream(each).filter(f -> f < ALLOWED && f > 1 / ALLOWED).count();
    return new Outcome(
        mean(all, runLength),
        means[DRAWS / 40],
        means[DRAWS - 1 - DRAWS / 40],
        each[warmUps / 10],
        each[warmUps - 1 - warmUps / 10],
        (double) within / warmUps,
        all.stream().mapToDouble(Tally::nominal).average().orElseThrow());
  }

  private static double mean(List<Tally> all, double runLength) {
    long alarms = all.stream().mapToLong(Tally::alarms).sum();
    long samples = all.stream().mapToLong(Tally::samples).sum();
    return alarms * runLength / samples;
  }

  static String header() {
    return String.format(
        "%-58s%10s%16s%16s%12s%10s",
        "false alarms over those asked for", "all", "95 %", "warm-ups 80 %", "in 1.5", "nominal");
  }

  String row(String what) {
    return String.format(
        Locale.ROOT,
        "%-58s%10.2f%9.2f to %3.2f%9.2f to %3.2f%10.0f %%%10s",
        what,
        mean,
        low,
        high,
        tenth,
        ninth,
        100 * within,
        Double.isNaN(nominal) ? "" : String.format(Locale.ROOT, "%.1f", nominal));
  }
}

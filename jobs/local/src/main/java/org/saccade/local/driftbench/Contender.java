package org.saccade.local.driftbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.saccade.operators.baseline.Adwin;
import org.saccade.operators.baseline.ChangeStatistic;
import org.saccade.operators.baseline.Cusum;
import org.saccade.operators.baseline.Distances;
import org.saccade.operators.baseline.Ewma;
import org.saccade.operators.baseline.PageHinkley;
import org.saccade.operators.baseline.TwoSample;
import org.saccade.operators.change.DriftMonitor;
import org.saccade.operators.htm.Htm;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.probability.SplitMix;

/**
 * A detector in the benchmark.
 *
 * @param name as it stands in the table
 * @param maker a fresh one
 */
public record Contender(String name, Supplier<ChangeStatistic> maker) {
  /** Samples from which a detector may learn what is normal. */
  public static final int WARM_UP = 500;

  private static final int WINDOW = 50;
  private static final double RESOLUTION = 0.1;

  /** The panel's own setting, which balances its tests; the benchmark's threshold scales it. */
  private static final double RUN_LENGTH = 2000;

  /**
   * All of them.
   *
   * @param memory whether the sequence memory runs too, which takes most of the time
   */
  public static List<Contender> all(boolean memory) {
    List<Contender> all =
        new ArrayList<>(
            List.of(
                new Contender("saccade, values alone", () -> new Ours(null)),
                new Contender("CUSUM", () -> new Cusum(WARM_UP, 0.5)),
                new Contender("EWMA", () -> new Ewma(WARM_UP, 0.1)),
                new Contender("Page-Hinkley", () -> new PageHinkley(30, 0.005, 0.9999)),
                new Contender("ADWIN", Adwin::new),
                new Contender(
                    "Kolmogorov-Smirnov",
                    () -> new TwoSample(WARM_UP, WINDOW, Distances::kolmogorov)),
                new Contender(
                    "Wasserstein", () -> new TwoSample(WARM_UP, WINDOW, Distances::wasserstein)),
                new Contender("PSI", () -> new TwoSample(WARM_UP, WINDOW, Distances::stability)),
                new Contender("alarm by the clock", Clock::new)));
    if (memory) {
      HtmDesign design = new HtmDesign(HtmParameters.SMALL_VALUES);
      all.add(1, new Contender("saccade", () -> new Ours(design)));
    }
    return all;
  }

  /** The panel of {@code saccade score}: how near the nearest of its tests is to its threshold. */
  private static final class Ours implements ChangeStatistic {
    private final DriftMonitor monitor = new DriftMonitor(WARM_UP, RUN_LENGTH, 1);
    private final HtmDesign design;
    private Htm memory;
    private long t;

    private Ours(HtmDesign design) {
      this.design = design;
      reset();
    }

    @Override
    public double step(double x) {
      double raw = memory == null ? 0 : memory.step(t, x, true);
      return monitor.watch(t++, x, raw);
    }

    @Override
    public void reset() {
      monitor.forgetReference();
      memory = design == null ? null : design.model(RESOLUTION);
    }
  }

  /**
   * Alarms by the clock, whatever comes: t / u for a phase u, 0 to 1, that only the first sample
   * gives.
   */
  private static final class Clock implements ChangeStatistic {
    private long t;
    private double phase;

    @Override
    public double step(double x) {
      if (t == 0) {
        phase = new SplitMix(Double.doubleToLongBits(x)).nextDouble();
      }
      return Math.max(0, ++t - WARM_UP) / phase;
    }

    @Override
    public void reset() {
      t = 0;
    }
  }
}

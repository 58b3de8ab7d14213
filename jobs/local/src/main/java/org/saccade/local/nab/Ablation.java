package org.saccade.local.nab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.htm.likelihood.Tail;
import org.saccade.operators.series.SeriesDetector;

/** What each part of the detector contributes: the score without it, or with it alone. */
final class Ablation {
  private static final double MEAN = SeriesDetector.LEAST_MEAN;

  private Ablation() {}

  /** Scores of a variant, from a series and what the whole detector said of it. */
  private interface Variant extends BiFunction<LabelledSeries, Scored, double[]> {}

  private static Variant chain(Tail tail, double mean, boolean spatial, boolean rest) {
    Chain chain = new Chain(tail, mean, spatial, rest);
    return (series, scored) -> chain.scores(series.series(), scored.raw());
  }

  private static final Map<String, Variant> VARIANTS = new LinkedHashMap<>();

  static {
    VARIANTS.put("raw score alone", chain(null, MEAN, false, false));
    VARIANTS.put("likelihood alone, one-sided", chain(Tail.ONE_SIDED, MEAN, false, false));
    VARIANTS.put("likelihood alone, symmetric", chain(Tail.SYMMETRIC, MEAN, false, false));
    VARIANTS.put(
        "likelihood alone, NuPIC's least mean",
        chain(Tail.ONE_SIDED, Chain.NUPIC_MEAN, false, false));
    VARIANTS.put("without likelihood", chain(null, MEAN, true, true));
    VARIANTS.put("without spatial rule", chain(Tail.ONE_SIDED, MEAN, false, true));
    VARIANTS.put("without rest", chain(Tail.ONE_SIDED, MEAN, true, false));
    VARIANTS.put(
        "without sequence memory",
        (series, scored) -> Chain.WHOLE.scores(series.series(), new double[scored.raw().length]));
    VARIANTS.put("drift decisions alone", (series, scored) -> scored.drift());
    VARIANTS.put(
        "with drift decisions", (series, scored) -> more(scored.anomaly(), scored.drift()));
  }

  private static double[] more(double[] a, double[] b) {
    double[] most = a.clone();
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.max(most[i], b[i]);
    }
    return most;
  }

  /** Scores of every variant, by its name. */
  static Map<String, List<double[]>> of(
      List<LabelledSeries> series, List<Scored> scored, int seed) {
    Map<String, List<double[]>> all = new LinkedHashMap<>();
    VARIANTS.forEach((name, variant) -> all.put(name, apply(series, scored, variant)));
    List<Scored> timed = Scored.all(series, Scored.seeded(HtmParameters.NUMENTA, seed));
    all.put("with time of day", timed.stream().map(Scored::anomaly).toList());
    return all;
  }

  /** Scores from the mean of the raw scores of several seeds: several models side by side. */
  static List<double[]> together(List<LabelledSeries> series, List<List<Scored>> seeds) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < series.size(); k++) {
      double[] mean = new double[series.get(k).series().size()];
      for (List<Scored> seed : seeds) {
        double[] raw = seed.get(k).raw();
        for (int i = 0; i < mean.length; i++) {
          mean[i] += raw[i] / seeds.size();
        }
      }
      all.add(Chain.WHOLE.scores(series.get(k).series(), mean));
    }
    return all;
  }

  private static List<double[]> apply(
      List<LabelledSeries> series, List<Scored> scored, Variant variant) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < series.size(); k++) {
      all.add(variant.apply(series.get(k), scored.get(k)));
    }
    return all;
  }
}

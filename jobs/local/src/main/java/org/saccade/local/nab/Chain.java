package org.saccade.local.nab;

import org.saccade.local.series.CsvSeries;
import org.saccade.operators.htm.likelihood.AnomalyLikelihood;
import org.saccade.operators.htm.likelihood.LikelihoodParameters;
import org.saccade.operators.htm.likelihood.Tail;
import org.saccade.operators.series.Extremes;
import org.saccade.operators.series.Rest;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * The road from raw score to anomaly score, of which parts can be left out.
 *
 * @param tail version of the likelihood; null: the raw score itself
 * @param leastMean of the likelihood
 * @param spatial whether a value beyond all before it is an anomaly in itself
 * @param rest whether an anomaly is told once
 */
record Chain(Tail tail, double leastMean, boolean spatial, boolean rest) {
  /** All of it: what {@code saccade score} writes. */
  static final Chain WHOLE = new Chain(Tail.ONE_SIDED, SeriesDetector.LEAST_MEAN, true, true);

  /** NuPIC's least mean. */
  static final double NUPIC_MEAN = 0.03;

  /** Anomaly scores of a series from its raw scores. */
  double[] scores(CsvSeries series, double[] raw) {
    int warmUp = SeriesParameters.warmUp(series.size());
    int learning = warmUp / 2;
    AnomalyLikelihood likelihood =
        tail == null
            ? null
            : new AnomalyLikelihood(
                LikelihoodParameters.of(tail, learning, warmUp - learning)
                    .withLeastMean(leastMean));
    Extremes extremes = new Extremes();
    Rest last = Rest.of(warmUp);
    double[] scores = new double[raw.length];
    long usable = 0;
    for (int i = 0; i < raw.length; i++) {
      double value = series.values()[i];
      if (!SeriesDetector.usable(value)) {
        scores[i] = AnomalyLikelihood.logScore(0.5);
        continue;
      }
      double score =
          likelihood == null ? raw[i] : AnomalyLikelihood.logScore(likelihood.step(value, raw[i]));
      score = spatial && extremes.step(value) ? 1 : score;
      scores[i] = rest ? last.step(usable++, score) : score;
    }
    return scores;
  }
}

package org.saccade.operators.series;

import org.saccade.operators.change.DriftMonitor;
import org.saccade.operators.htm.Htm;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.likelihood.AnomalyLikelihood;
import org.saccade.operators.htm.likelihood.LikelihoodParameters;
import org.saccade.operators.htm.likelihood.Tail;

/**
 * Scores one series. A value that is no number is not learnt from: it gets raw score 0, the neutral
 * anomaly score and no drift, and is counted.
 */
public final class SeriesDetector {
  private static final double LEAST_MEAN = 0.06;
  private static final double SPATIAL_TOLERANCE = 0.05;
  private static final double REST = 0.1;
  private static final double REPEATED = 0.5;
  private static final double NEUTRAL = AnomalyLikelihood.logScore(0.5);
  private static final long SEED = 1;

  private final Htm htm;
  private final AnomalyLikelihood likelihood;
  private final DriftMonitor drifts;
  private final double[] recent;
  private long records;
  private long unusable;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double raw;
  private double score = NEUTRAL;
  private int drift;

  /**
   * @param design of records of one value; shared by detectors
   */
  public SeriesDetector(HtmDesign design, SeriesParameters parameters) {
    htm = design.model(parameters.resolution());
    int learning = parameters.warmUp() / 2;
    likelihood =
        new AnomalyLikelihood(
            LikelihoodParameters.of(Tail.ONE_SIDED, learning, parameters.warmUp() - learning)
                .withLeastMean(LEAST_MEAN));
    drifts = new DriftMonitor(parameters.warmUp(), parameters.runLength(), SEED);
    recent = new double[Math.max(1, (int) (REST * parameters.warmUp()))];
  }

  /**
   * One record.
   *
   * @param epochMicros its time
   */
  public void step(long epochMicros, double value) {
    if (!Double.isFinite(value)) {
      unusable++;
      raw = 0;
      score = NEUTRAL;
      drift = 0;
      return;
    }
    raw = htm.step(epochMicros, value, true);
    double log = AnomalyLikelihood.logScore(likelihood.step(value, raw));
    score = rested(beyond(value) ? 1 : log);
    min = Math.min(min, value);
    max = Math.max(max, value);
    drift = drifts.step(epochMicros, value, raw);
  }

  private boolean beyond(double value) {
    double tolerance = (max - min) * SPATIAL_TOLERANCE;
    return max > min && (value > max + tolerance || value < min - tolerance);
  }

  private double rested(double now) {
    double most = 0;
    for (double before : recent) {
      most = Math.max(most, before);
    }
    recent[(int) (records++ % recent.length)] = now;
    return now > most ? now : REPEATED * now;
  }

  /** Of the last record: part of it that was not expected, 0 to 1. */
  public double rawScore() {
    return raw;
  }

  /** Of the last record: 0 to 1; the logarithm of how unlikely, and at most once an anomaly. */
  public double anomalyScore() {
    return score;
  }

  /** Of the last record: -1 or 1 if a drift was decided with it, by its direction; 0 otherwise. */
  public int drift() {
    return drift;
  }

  /** Values so far that were no numbers. */
  public long unusable() {
    return unusable;
  }

  /** Whether the warm-up is long enough for the run length of drifts. */
  public boolean supported() {
    return drifts.supported();
  }
}

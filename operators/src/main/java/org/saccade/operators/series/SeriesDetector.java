package org.saccade.operators.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.change.DriftMonitor;
import org.saccade.operators.htm.Htm;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.likelihood.AnomalyLikelihood;
import org.saccade.operators.htm.likelihood.LikelihoodParameters;
import org.saccade.operators.htm.likelihood.Tail;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.PagedParts;

/**
 * Scores one series. A value that is no number, or beyond ±{@value #LARGEST}, where squares would
 * overflow, is not learnt from: it gets raw score 0, the neutral anomaly score and no drift, and is
 * counted.
 *
 * <pre>
 *   pages of part 0    the tests for drift, extremes, the scores that one rests after
 *   part 1             likelihood
 *   part 2             sequence memory
 * </pre>
 */
public final class SeriesDetector implements Paged {
  /** Values beyond it, on either side, are unusable. */
  public static final double LARGEST = 1e100;

  private static final int VERSION = 1;

  /** The likelihood's least mean. */
  public static final double LEAST_MEAN = 0.06;

  /** Anomaly score that says nothing: of a likelihood of one half. */
  public static final double NEUTRAL = AnomalyLikelihood.logScore(0.5);

  private static final long SEED = 1;

  private final Htm htm;
  private final AnomalyLikelihood likelihood;
  private final DriftMonitor drifts;
  private final Extremes extremes = new Extremes();
  private final Rest rest;
  private final Paged parts;
  private boolean changed;
  private long records;
  private long unusable;
  private double raw;
  private double score = NEUTRAL;
  private double deviations;
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
    rest = Rest.of(parameters.warmUp());
    parts = new PagedParts(new Head(), likelihood, htm);
  }

  /** Whether a value is a number that can be scored. */
  public static boolean usable(double value) {
    return Math.abs(value) <= LARGEST; // false for NaN
  }

  /**
   * One record, learnt from.
   *
   * @param epochMicros its time
   */
  public void step(long epochMicros, double value) {
    step(epochMicros, value, true);
  }

  /**
   * One record.
   *
   * @param epochMicros its time
   * @param learn false: the sequence memory learns nothing; likelihood and tests go on
   */
  public void step(long epochMicros, double value, boolean learn) {
    changed = true;
    if (!usable(value)) {
      unusable++;
      raw = 0;
      score = NEUTRAL;
      drift = 0;
      deviations = 0;
      return;
    }
    raw = htm.step(epochMicros, value, learn);
    double log = Math.max(0, AnomalyLikelihood.logScore(likelihood.step(value, raw)));
    deviations = likelihood.deviations();
    score = rest.step(records++, extremes.step(value) ? 1 : log);
    drift = drifts.step(epochMicros, value, raw);
  }

  /** The series was interrupted: the next record continues no sequence. What was learnt stays. */
  public void interrupted() {
    htm.reset();
    drifts.interrupted();
    changed = true;
  }

  /** Of the last record: part of it that was not expected, 0 to 1. */
  public double rawScore() {
    return raw;
  }

  /**
   * Of the last record: by how many deviations the raw scores of the last few are above those of
   * the past, which is what its likelihood is made of; 0 in the warm-up.
   */
  public double deviations() {
    return deviations;
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

  /** Usable values so far. */
  public long records() {
    return records;
  }

  /** The tests for drift; what they say of the last decision holds until the next record. */
  public DriftMonitor drifts() {
    return drifts;
  }

  @Override
  public long bytes() {
    return parts.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    parts.flush(sink);
  }

  /** Page 0 comes first, to a detector that was just made with the same parameters. */
  @Override
  public void restore(int number, Page page) {
    parts.restore(number, page);
  }

  /** What is small. */
  private final class Head implements Paged {
    @Override
    public long bytes() {
      return drifts.bytes() + rest.bytes();
    }

    @Override
    public void restore(int number, Page page) {
      PageForm.read("series", page, VERSION, this::read);
    }

    @Override
    public void flush(PageSink sink) {
      if (changed) {
        sink.put(0, PageForm.page(VERSION, this::write));
        changed = false;
      }
    }

    private void write(DataOutput out) throws IOException {
      out.writeLong(records);
      out.writeLong(unusable);
      extremes.write(out);
      rest.write(out);
      drifts.write(out);
    }

    private void read(DataInput in) throws IOException {
      records = in.readLong();
      unusable = in.readLong();
      extremes.read(in);
      rest.read(in);
      drifts.read(in);
    }
  }
}

package org.saccade.operators.htm.likelihood;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * How unlikely the recent raw scores are beside those of the past: the average of the last ten
 * against a normal distribution of such averages. Source: NuPIC's {@code anomaly_likelihood.py}; S.
 * Ahmad, A. Lavin, S. Purdy, Z. Agha, Unsupervised real-time anomaly detection for streaming data,
 * 2017.
 *
 * <p>Once a likelihood is in the red (1 - 10^-5), those that follow it there are reported as yellow
 * (1 - 10^-3), so that an anomaly is told once. Where the values themselves do not vary the
 * distribution says nothing and no score is unlikely.
 *
 * <pre>
 *   page 0          counts, distribution, the last ten scores
 *   pages 1 ..      the history, 512 records a page
 * </pre>
 */
public final class AnomalyLikelihood implements Paged {
  private static final int VERSION = 1;
  private static final int BAND = 512;

  private static final double RED = 1.0 - .99999;
  private static final double YELLOW = 1.0 - .999;
  private static final double LEAST_VARIANCE = 0.0003;
  private static final double FLAT = 1.5e-5;
  private static final double LOG_SCALE = -23.02585084720009;

  private final LikelihoodParameters parameters;
  private final double[] scores;
  private final double[] values;
  private final double[] recent;
  private long records;
  private boolean estimated;
  private double mean;
  private double deviation;
  private double lastTail;
  private double deviations;
  private final boolean[] changed;

  public AnomalyLikelihood(LikelihoodParameters parameters) {
    this.parameters = parameters;
    scores = new double[parameters.historyWindow()];
    values = new double[parameters.historyWindow()];
    recent = new double[parameters.averagingWindow()];
    changed = new boolean[1 + (scores.length + BAND - 1) / BAND];
  }

  /**
   * One record.
   *
   * @param value the value that was scored; only its variance matters
   * @param rawScore 0 to 1
   * @return the likelihood that the stream has changed, 0 to 1
   */
  public double step(double value, double rawScore) {
    double likelihood = 0.5;
    deviations = 0;
    if (records >= parameters.learningPeriod() + parameters.estimationSamples()) {
      if (!estimated || records % parameters.reestimationPeriod() == 0) {
        estimate();
      }
      likelihood = 1 - update(rawScore);
    }
    int at = (int) (records % scores.length);
    scores[at] = rawScore;
    values[at] = value;
    changed[0] = true;
    changed[1 + at / BAND] = true;
    records++;
    return likelihood;
  }

  /**
   * Of the last record: by how many deviations the recent average is above that of the past; 0
   * until there is a distribution. Of what comes behind an anomaly it is told as it is.
   */
  public double deviations() {
    return deviations;
  }

  /**
   * The likelihood on the scale of its logarithm, on which NAB's results are: 0 to 1, ½ of it being
   * a likelihood of 1 - 10^-5.
   */
  public static double logScore(double likelihood) {
    return StrictMath.log(1.0000000001 - likelihood) / LOG_SCALE;
  }

  private void estimate() {
    int n = (int) Math.min(records, scores.length);
    long shiftedOut = Math.max(0, records - scores.length);
    int skip = (int) Math.min(records, Math.max(0, parameters.learningPeriod() - shiftedOut));
    int first = records > scores.length ? (int) (records % scores.length) : 0;
    if (n <= skip || variance(n, skip, first, values, 1) < FLAT) {
      mean = 0.5;
      deviation = 1000;
    } else {
      double variance = variance(n, skip, first, scores, recent.length);
      deviation = StrictMath.sqrt(Math.max(variance, LEAST_VARIANCE));
      mean = Math.max(mean, parameters.leastMean());
    }
    rememberAverages(n, first);
    estimated = true;
  }

  /** Of the moving averages behind the first {@code skip}; their mean is left in {@link #mean}. */
  private double variance(int n, int skip, int first, double[] ring, int window) {
    double sum = 0;
    for (int pass = 0; ; pass++) {
      double total = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        total += ring[wrap(first + i)];
        if (i >= window) {
          total -= ring[wrap(first + i - window)];
        }
        if (i >= skip) {
          double average = total / Math.min(i + 1, window);
          sum += pass == 0 ? average : 0;
          squares += (average - mean) * (average - mean);
        }
      }
      if (pass == 1) {
        return squares / (n - skip);
      }
      mean = sum / (n - skip);
    }
  }

  private int wrap(int i) {
    return i < scores.length ? i : i - scores.length;
  }

  /** The moving average goes on from the end of the history. */
  private void rememberAverages(int n, int first) {
    int window = recent.length;
    for (int i = Math.max(0, n - window); i < n; i++) {
      recent[(int) ((records - n + i) % window)] = scores[wrap(first + i)];
    }
    double total = 0;
    int filled = Math.min(n, window);
    for (int i = 0; i < filled; i++) {
      total += scores[wrap(first + n - filled + i)];
    }
    lastTail = parameters.tail().probability(total / filled, mean, deviation);
  }

  private double update(double rawScore) {
    int window = recent.length;
    recent[(int) (records % window)] = rawScore;
    int filled = (int) Math.min(records + 1, window);
    double total = 0;
    for (int i = 0; i < filled; i++) {
      total += recent[i];
    }
    deviations = (total / filled - mean) / deviation;
    double tail = parameters.tail().probability(total / filled, mean, deviation);
    double reported = tail <= RED && lastTail <= RED ? YELLOW : tail;
    lastTail = tail;
    return reported;
  }

  @Override
  public void flush(PageSink sink) {
    for (int number = 0; number < changed.length; number++) {
      if (changed[number]) {
        int band = number - 1;
        sink.put(
            number,
            PageForm.page(VERSION, number == 0 ? this::writeHead : out -> writeBand(band, out)));
        changed[number] = false;
      }
    }
  }

  @Override
  public void restore(int number, Page page) {
    if (number >= changed.length) {
      throw new IllegalArgumentException(
          "likelihood: page " + number + ", expected less than " + changed.length);
    }
    PageForm.read(
        "likelihood", page, VERSION, number == 0 ? this::readHead : in -> readBand(number - 1, in));
  }

  private void writeHead(DataOutput out) throws IOException {
    out.writeLong(records);
    out.writeBoolean(estimated);
    out.writeDouble(mean);
    out.writeDouble(deviation);
    out.writeDouble(lastTail);
    for (double score : recent) {
      out.writeDouble(score);
    }
  }

  private void readHead(DataInput in) throws IOException {
    records = in.readLong();
    estimated = in.readBoolean();
    mean = in.readDouble();
    deviation = in.readDouble();
    lastTail = in.readDouble();
    for (int i = 0; i < recent.length; i++) {
      recent[i] = in.readDouble();
    }
  }

  private int bandEnd(int band) {
    return (int) Math.min(Math.min(records, scores.length), (band + 1L) * BAND);
  }

  private void writeBand(int band, DataOutput out) throws IOException {
    for (int i = band * BAND; i < bandEnd(band); i++) {
      out.writeDouble(scores[i]);
      out.writeDouble(values[i]);
    }
  }

  /** As many records as the head, which was read before, says. */
  private void readBand(int band, DataInput in) throws IOException {
    for (int i = band * BAND; i < bandEnd(band); i++) {
      scores[i] = in.readDouble();
      values[i] = in.readDouble();
    }
  }

  @Override
  public long bytes() {
    return 16L * scores.length + 8L * recent.length;
  }
}

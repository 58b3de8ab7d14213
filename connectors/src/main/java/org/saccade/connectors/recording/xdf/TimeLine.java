package org.saccade.connectors.recording.xdf;

import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.packet.SampleRate;

/**
 * Times of a stream's samples, without the jitter of their stamps: a line through each stretch.
 *
 * <pre>
 *   time(k) = begin + period (k - first)      least squares over the stretch
 * </pre>
 */
final class TimeLine {
  private static final double BREAK_SECONDS = 1;
  private static final double BREAK_SAMPLES = 2.5;
  private static final double DROPPED_SAMPLES = 1.5;

  /** Samples {@code first} on, {@code begin} and {@code period} in seconds. */
  private record Stretch(long first, long count, double begin, double period) {}

  private final List<Stretch> stretches = new ArrayList<>();
  private final double nominalPeriod;
  private final double breakSeconds;

  // The stretch that grows, its stamps counted from the first of it.
  private long first;
  private long count;
  private double origin;
  private double last;
  private double sum;
  private double weighted;
  private int at;

  /**
   * @param period nominal seconds between samples
   * @param dropsSamples whether samples may be missing
   */
  TimeLine(double period, boolean dropsSamples) {
    nominalPeriod = period;
    breakSeconds =
        dropsSamples ? DROPPED_SAMPLES * period : Math.max(BREAK_SECONDS, BREAK_SAMPLES * period);
  }

  /** The next sample's stamp, seconds on the recorder's clock. */
  void add(double stamp) {
    if (count > 0 && Math.abs(stamp - last) > breakSeconds) {
      end();
    }
    if (count == 0) {
      origin = stamp;
    }
    sum += stamp - origin;
    weighted += (stamp - origin) * count;
    count++;
    last = stamp;
  }

  /** The stretch ends here: what comes next is another, or nothing. */
  void end() {
    if (count == 0) {
      return;
    }
    // n Σk² - (Σk)² = n² (n² - 1) / 12, in doubles: n may have 40 bits.
    double n = count;
    double sumK = n * (n - 1) / 2;
    double determinant = n * n * (n * n - 1) / 12;
    double period = count == 1 ? nominalPeriod : (n * weighted - sumK * sum) / determinant;
    double begin = count == 1 ? 0 : (sum - period * sumK) / n;
    stretches.add(new Stretch(first, count, origin + begin, period));
    first += count;
    count = 0;
    sum = 0;
    weighted = 0;
  }

  /** Samples of the whole stream. */
  long samples() {
    return first;
  }

  /** Stretches that begin before the one before has ended. */
  long backward() {
    long backward = 0;
    for (int s = 1; s < stretches.size(); s++) {
      Stretch before = stretches.get(s - 1);
      double end = before.begin + before.period * (before.count - 1);
      backward += stretches.get(s).begin < end ? 1 : 0;
    }
    return backward;
  }

  /** Samples a second, measured over all stretches; the nominal rate where that says nothing. */
  SampleRate rate() {
    double intervals = 0;
    double seconds = 0;
    for (Stretch stretch : stretches) {
      intervals += stretch.count - 1;
      seconds += stretch.period * (stretch.count - 1);
    }
    double hz = intervals / seconds;
    boolean told = hz >= 1e-6 && hz <= SampleRate.MAX;
    return SampleRate.of(Math.min(SampleRate.MAX, Math.max(1e-6, told ? hz : 1 / nominalPeriod)));
  }

  /** Time of a sample, microseconds; samples are asked for in ascending order. */
  long micros(long sample) {
    Stretch stretch = at(sample);
    return Math.round((stretch.begin + stretch.period * (sample - stretch.first)) * 1e6);
  }

  /** Samples from this one to the end of its stretch. */
  long left(long sample) {
    Stretch stretch = at(sample);
    return stretch.first + stretch.count - sample;
  }

  private Stretch at(long sample) {
    while (sample >= stretches.get(at).first + stretches.get(at).count) {
      at++;
    }
    return stretches.get(at);
  }
}

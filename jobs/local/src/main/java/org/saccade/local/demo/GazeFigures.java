package org.saccade.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.SamplePacket;

/** What was seen of one person's gaze on the topics. */
public final class GazeFigures {
  long packetsIn;
  long samplesIn;
  final Map<String, Long> health = new TreeMap<>();
  String summary = "";

  private final List<Double> amplitudes = new ArrayList<>();
  private final List<Double> peaks = new ArrayList<>();
  private double seconds;

  void in(SamplePacket packet) {
    packetsIn++;
    samplesIn += packet.getCount();
    seconds += (double) packet.getCount() * packet.getRateDenominator() / packet.getRateNumerator();
  }

  void found(Microsaccade microsaccade) {
    amplitudes.add(microsaccade.getAmplitudeDegrees());
    peaks.add(microsaccade.getPeakVelocityDegreesPerSecond());
  }

  int microsaccades() {
    return amplitudes.size();
  }

  /** Microsaccades a second of gaze; NaN where there is none. */
  double perSecond() {
    return microsaccades() / seconds;
  }

  /** Median amplitude, degrees; NaN where nothing was found. */
  double amplitude() {
    return median(amplitudes);
  }

  /** Median peak velocity, deg/s; NaN where nothing was found. */
  double peakVelocity() {
    return median(peaks);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Whether its session has ended and all that was found in it has been seen. */
  boolean done() {
    return microsaccades() >= StreamFigures.summarized(summary, "found");
  }
}

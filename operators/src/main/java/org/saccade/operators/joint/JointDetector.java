package org.saccade.operators.joint;

import java.util.Arrays;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/** Records of several values: a {@link SeriesDetector} a value, and what they say together. */
public final class JointDetector {
  private final SeriesDetector[] series;
  private final Joint joint;
  private final double[] usable;
  private final double[] raw;
  private final double[] z;

  /**
   * @param design of records of one value
   * @param resolutions difference of values from which they count as different, a series each
   * @param layer null: the rule that needs no training
   */
  public JointDetector(
      HtmDesign design, double[] resolutions, int warmUp, double runLength, TrainedLayer layer) {
    series = new SeriesDetector[resolutions.length];
    Arrays.setAll(
        series,
        i -> new SeriesDetector(design, new SeriesParameters(resolutions[i], warmUp, runLength)));
    joint = new Joint(resolutions.length, warmUp, runLength, layer);
    usable = new double[series.length];
    raw = new double[series.length];
    z = new double[series.length];
  }

  /**
   * One record.
   *
   * @param values one a series; what is no number is passed over by its own detector, and the
   *     others are judged together
   */
  public void step(long epochMicros, double[] values) {
    for (int i = 0; i < series.length; i++) {
      series[i].step(epochMicros, values[i]);
      usable[i] = SeriesDetector.usable(values[i]) ? values[i] : Double.NaN;
      raw[i] = series[i].rawScore();
      z[i] = SeriesDetector.usable(values[i]) ? series[i].deviations() : Double.NaN;
    }
    joint.step(epochMicros, usable, raw, z);
  }

  /** The detector of one series. */
  public SeriesDetector series(int i) {
    return series[i];
  }

  /** What is told of all. */
  public Joint joint() {
    return joint;
  }
}

package org.saccade.local.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.joint.HeldOut;
import org.saccade.operators.joint.JointDetector;
import org.saccade.operators.joint.LayerTraining.Examples;

/**
 * A labelled series as a trained layer sees it, behind the warm-up.
 *
 * @param names of the values
 * @param examples inputs and labels
 * @param rule what the rule that needs no training says of the same records
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
public record JointExamples(List<String> names, Examples examples, double[] rule) {
  private static final double RUN_LENGTH = 10_000;

  /** Runs the detectors over a file. */
  public static JointExamples read(Path file, HtmDesign design) throws IOException {
    JointSeries series = JointSeries.of(file, CsvTable.read(file));
    if (series.columns().size() < 2) {
      throw new UnreadableRecordingException(
          file + ": one value a record, expected two or more to be scored together");
    }
    boolean[] labels = series.labels(file);
    JointDetector detector = series.detector(design, RUN_LENGTH, null);
    int from = series.warmUp();
    List<double[]> inputs = new ArrayList<>();
    double[] rule = new double[Math.max(0, labels.length - from)];
    double[] values = new double[series.columns().size()];
    for (int i = 0; i < labels.length; i++) {
      series.values(i, values);
      detector.step(series.table().epochMicros()[i], values);
      if (i >= from) {
        inputs.add(detector.joint().inputs().clone());
        rule[i - from] = detector.joint().anomalyScore();
      }
    }
    boolean[] behind = Arrays.copyOfRange(labels, Math.min(from, labels.length), labels.length);
    return new JointExamples(
        series.names(), new Examples(inputs.toArray(double[][]::new), behind), rule);
  }

  /** What the rule is worth on series. */
  public static HeldOut rule(List<JointExamples> series) {
    double[] scores = series.stream().flatMapToDouble(s -> Arrays.stream(s.rule())).toArray();
    boolean[] labels = new boolean[scores.length];
    int n = 0;
    for (JointExamples one : series) {
      System.arraycopy(one.examples().labels(), 0, labels, n, one.examples().labels().length);
      n += one.examples().labels().length;
    }
    return HeldOut.of(scores, labels);
  }
}

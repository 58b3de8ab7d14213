package org.saccade.local.series;

import java.io.IOException;
import java.io.Writer;
import java.util.StringJoiner;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.joint.JointDetector;
import org.saccade.operators.joint.TrainedLayer;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * A series with its scores, as CSV.
 *
 * <pre>
 *   one value      timestamp,value,raw_score,anomaly_score,drift
 *   a, b, …        timestamp,a,b,…,raw_score_a,anomaly_score_a,drift_a,raw_score_b,…,
 *                  anomaly_score_joint,drift_joint
 * </pre>
 */
public final class ScoreTable {
  private final HtmDesign design;
  private final double runLength;
  private final TrainedLayer layer;

  /**
   * @param runLength records between false alarms of drift
   * @param layer null: the rule that needs no training
   */
  public ScoreTable(HtmDesign design, double runLength, TrainedLayer layer) {
    this.design = design;
    this.runLength = runLength;
    this.layer = layer;
  }

  /**
   * Scores a series and writes it.
   *
   * @return whether the warm-up is long enough for the run length
   */
  public boolean write(JointSeries series, Writer out) throws IOException {
    return series.columns().size() == 1 ? one(series, out) : many(series, out);
  }

  private boolean one(JointSeries series, Writer out) throws IOException {
    int column = series.columns().get(0);
    SeriesDetector detector =
        new SeriesDetector(
            design, new SeriesParameters(series.resolution(column), series.warmUp(), runLength));
    CsvTable table = series.table();
    out.write(header(table).add("raw_score").add("anomaly_score").add("drift") + "\n");
    for (int i = 0; i < table.size(); i++) {
      detector.step(table.epochMicros()[i], table.values()[column][i]);
      StringJoiner row = row(table, i);
      add(row, detector);
      out.write(row + "\n");
    }
    return detector.supported();
  }

  private boolean many(JointSeries series, Writer out) throws IOException {
    JointDetector detector = series.detector(design, runLength, layer);
    CsvTable table = series.table();
    StringJoiner header = header(table);
    for (String name : series.names()) {
      for (String column : new String[] {"raw_score_", "anomaly_score_", "drift_"}) {
        header.add(CsvText.field(column + name));
      }
    }
    out.write(header.add("anomaly_score_joint").add("drift_joint") + "\n");
    double[] values = new double[series.columns().size()];
    for (int i = 0; i < table.size(); i++) {
      series.values(i, values);
      detector.step(table.epochMicros()[i], values);
      StringJoiner row = row(table, i);
      for (int k = 0; k < values.length; k++) {
        add(row, detector.series(k));
      }
      row.add(Double.toString(detector.joint().anomalyScore()));
      out.write(row.add(Integer.toString(detector.joint().drift())) + "\n");
    }
    return detector.series(0).supported();
  }

  private static void add(StringJoiner row, SeriesDetector detector) {
    row.add(Double.toString(detector.rawScore()));
    row.add(Double.toString(detector.anomalyScore()));
    row.add(Integer.toString(detector.drift()));
  }

  private static StringJoiner header(CsvTable table) {
    StringJoiner header = new StringJoiner(",").add("timestamp");
    table.names().forEach(name -> header.add(CsvText.field(name)));
    return header;
  }

  private static StringJoiner row(CsvTable table, int record) {
    StringJoiner row = new StringJoiner(",").add(CsvText.field(table.timestamps().get(record)));
    for (String text : table.texts().get(record)) {
      row.add(CsvText.field(text));
    }
    return row;
  }
}

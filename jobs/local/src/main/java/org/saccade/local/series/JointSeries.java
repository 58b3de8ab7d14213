package org.saccade.local.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.joint.Joint;
import org.saccade.operators.joint.JointDetector;
import org.saccade.operators.joint.TrainedLayer;
import org.saccade.operators.series.SeriesParameters;

/**
 * A table whose columns are scored together. A column {@value #LABEL} is no value: 1 where a record
 * is an anomaly, 0 where not.
 *
 * @param table as it was read
 * @param columns those that are scored, in this order
 */
public record JointSeries(CsvTable table, List<Integer> columns) {
  /** Name of the column that says what is an anomaly. */
  public static final String LABEL = "label";

  /**
   * All columns but the label.
   *
   * @throws UnreadableRecordingException if there is none, or more than can be scored together
   */
  public static JointSeries of(Path file, CsvTable table) throws UnreadableRecordingException {
    List<Integer> columns =
        IntStream.range(0, table.names().size())
            .filter(k -> !table.names().get(k).equals(LABEL))
            .boxed()
            .toList();
    if (columns.isEmpty() || columns.size() > Joint.MOST) {
      throw new UnreadableRecordingException(
          file + ": " + columns.size() + " values a record, expected 1 to " + Joint.MOST);
    }
    return new JointSeries(table, columns);
  }

  /**
   * The columns that a layer was trained on, in its order.
   *
   * @throws UnreadableRecordingException if one of them is missing
   */
  public static JointSeries of(Path file, CsvTable table, TrainedLayer layer)
      throws UnreadableRecordingException {
    if (!table.names().containsAll(layer.dimensions())) {
      throw new UnreadableRecordingException(
          file + ": has the values " + table.names() + ", expected " + layer.dimensions());
    }
    return new JointSeries(table, layer.dimensions().stream().map(table.names()::indexOf).toList());
  }

  /** The .csv files of a folder and below, in the order of their paths; or the file itself. */
  public static List<Path> files(Path input) throws IOException {
    if (!Files.isDirectory(input)) {
      return List.of(input);
    }
    try (Stream<Path> walk = Files.walk(input)) {
      List<Path> found = walk.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
      if (found.isEmpty()) {
        throw new UnreadableRecordingException(
            input + ": no .csv file in this folder; name another");
      }
      return found;
    }
  }

  /** Names of the columns that are scored. */
  public List<String> names() {
    return columns.stream().map(table.names()::get).toList();
  }

  /** A fresh detector for them; the range of each is taken from all of its values. */
  public JointDetector detector(HtmDesign design, double runLength, TrainedLayer layer) {
    double[] resolutions = columns.stream().mapToDouble(this::resolution).toArray();
    return new JointDetector(design, resolutions, warmUp(), runLength, layer);
  }

  /** Records of the warm-up. */
  public int warmUp() {
    return SeriesParameters.warmUp(table.size());
  }

  /** Difference of a column's values from which they count as different. */
  public double resolution(int column) {
    return table.resolution(column);
  }

  /** Values of a record. */
  public void values(int record, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = table.values()[columns.get(i)][record];
    }
  }

  /**
   * Whether each record is labelled.
   *
   * @throws UnreadableRecordingException if there is no column of labels, or one is not 0 or 1
   */
  public boolean[] labels(Path file) throws UnreadableRecordingException {
    int column = table.names().indexOf(LABEL);
    if (column < 0) {
      throw new UnreadableRecordingException(
          file + ": has no column " + LABEL + " (0, or 1 where a record is an anomaly)");
    }
    boolean[] labels = new boolean[table.size()];
    for (int i = 0; i < labels.length; i++) {
      double label = table.values()[column][i];
      if (label != 0 && label != 1) {
        throw new UnreadableRecordingException(
            file
                + ": the label of "
                + table.timestamps().get(i)
                + " is '"
                + table.texts().get(i)[column]
                + "', expected 0 or 1");
      }
      labels[i] = label == 1;
    }
    return labels;
  }
}

package org.saccade.local.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Anomaly scores as CSV with a column {@code anomaly_score}, a file a series. */
public final class ScoreFiles {
  private static final String COLUMN = "anomaly_score";

  private ScoreFiles() {}

  /** Scores of each series from the file of its name below a folder. */
  public static List<double[]> read(Path folder, List<LabelledSeries> series) throws IOException {
    List<double[]> all = new ArrayList<>();
    for (LabelledSeries one : series) {
      double[] scores = read(folder.resolve(one.name()));
      if (scores.length != one.series().size()) {
        throw new UnreadableRecordingException(
            folder.resolve(one.name())
                + ": has "
                + scores.length
                + " records, expected the "
                + one.series().size()
                + " of the series");
      }
      all.add(scores);
    }
    return all;
  }

  private static double[] read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(s -> !s.isBlank()).toList();
    int column =
        lines.isEmpty() ? -1 : Arrays.asList(lines.get(0).strip().split(",")).indexOf(COLUMN);
    if (column < 0) {
      throw new UnreadableRecordingException(
          file + ": line 1 has no column " + COLUMN + "; name files that `saccade score` wrote");
    }
    double[] scores = new double[lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      scores[i - 1] = number(file, i + 1, column < fields.length ? fields[column].strip() : "");
    }
    return scores;
  }

  private static double number(Path file, int line, String text)
      throws UnreadableRecordingException {
    try {
      double score = Double.parseDouble(text);
      if (!Double.isNaN(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      // Told below, with what is no number at all.
    }
    throw new UnreadableRecordingException(
        file + ": record " + line + " has the " + COLUMN + " '" + text + "', expected a number");
  }
}

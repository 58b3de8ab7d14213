package org.saccade.operators.htm.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published raw scores give the published anomaly scores: NAB's results of two detectors. */
class PublishedLikelihoodTest {
  private static final Path FOLDER = Path.of(System.getProperty("saccade.recordings"), "nab");

  @Test
  void mapsPublishedRawScoresOntoPublishedAnomalyScores() throws Exception {
    if (!Files.isDirectory(FOLDER)) {
      System.out.println("no recordings: the likelihood is not compared with published scores");
      return;
    }
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(FOLDER.resolve("published"))) {
      walk.filter(p -> p.toString().endsWith(".csv")).sorted().forEach(files::add);
    }
    assertThat(files).hasSize(6);
    for (Path file : files) {
      assertThat(largestDifference(Files.readAllLines(file))).as(file.toString()).isLessThan(1e-9);
    }
  }

  private static double largestDifference(List<String> lines) {
    int n = lines.size() - 1;
    int probation = Math.min((int) (0.15 * n), 750);
    int learning = probation / 2;
    AnomalyLikelihood likelihood =
        new AnomalyLikelihood(
            LikelihoodParameters.of(Tail.ONE_SIDED, learning, probation - learning));
    double low = Double.NaN;
    double high = Double.NaN;
    double largest = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] f = line.split(",");
      double value = Double.parseDouble(f[1]);
      double score = AnomalyLikelihood.logScore(likelihood.step(value, Double.parseDouble(f[3])));
      // NAB's detector: more than 5 % of the range seen so far beyond it is an anomaly in itself.
      double tolerance = (high - low) * 0.05;
      if (high > low && (value > high + tolerance || value < low - tolerance)) {
        score = 1;
      }
      low = Double.isNaN(low) ? value : Math.min(low, value);
      high = Double.isNaN(high) ? value : Math.max(high, value);
      largest = Math.max(largest, Math.abs(score - Double.parseDouble(f[2])));
    }
    return largest;
  }
}

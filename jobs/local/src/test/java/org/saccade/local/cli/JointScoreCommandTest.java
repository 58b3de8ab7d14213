package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.operators.probability.SplitMix;

/** {@code saccade score} on records of several values, and {@code saccade train joint}. */
class JointScoreCommandTest {
  @TempDir Path folder;

  /**
   * Noise of three values. If labelled, there are anomalies: both a and b jump. None, as often: c
   * jumps alone. At the end a and b stay up.
   */
  private Path series(String name, int seed, boolean label) throws Exception {
    SplitMix random = new SplitMix(seed);
    List<String> lines = new ArrayList<>(List.of("timestamp,a,b,c" + (label ? ",label" : "")));
    int jump = 0;
    for (int i = 0; i < 700; i++) {
      boolean odd = label && i > 120 && i < 600 && i % 40 == seed % 17;
      boolean other = label && i > 120 && i < 600 && i % 40 == 20 + seed % 13;
      jump += odd || other ? 1 : 0;
      double size = 10 + 3 * jump;
      double level = i >= 620 ? 4 : 0;
      lines.add(
          1000L * i
              + ","
              + (random.nextGaussian() + (odd ? size : level))
              + ","
              + (random.nextGaussian() + (odd ? size : level))
              + ","
              + (random.nextGaussian() + (other ? size : 0))
              + (label ? "," + (odd ? 1 : 0) : ""));
    }
    Files.createDirectories(folder.resolve("in"));
    return Files.write(folder.resolve("in").resolve(name), lines);
  }

  private int saccade(String... args) {
    return Saccade.run(args);
  }

  private List<String[]> scored(Path file, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("score", file.toString()));
    args.addAll(List.of("--output", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    assertThat(saccade(args.toArray(String[]::new))).isZero();
    return Files.readAllLines(folder.resolve("out").resolve(file.getFileName())).stream()
        .map(line -> line.split(",", -1))
        .toList();
  }

  @Test
  void everyValueGetsItsColumnsAndAllTogetherTwo() throws Exception {
    Path file = series("x.csv", 3, false);
    List<String[]> rows = scored(file, "--run-length", "100000");
    assertThat(rows.get(0))
        .containsExactly(
            "timestamp,a,b,c,raw_score_a,anomaly_score_a,drift_a,raw_score_b,anomaly_score_b,drift_b,raw_score_c,anomaly_score_c,drift_c,anomaly_score_joint,drift_joint"
                .split(","));
    assertThat(rows).hasSize(701);
    List<String> given = Files.readAllLines(file);
    int drifts = 0;
    for (int i = 1; i < rows.size(); i++) {
      String[] row = rows.get(i);
      assertThat(row).hasSize(15);
      assertThat(String.join(",", row)).startsWith(given.get(i) + ",");
      assertThat(Double.parseDouble(row[13])).isBetween(0.0, 1.0);
      assertThat(row[14]).isIn("-1", "0", "1");
      drifts += i > 620 && i < 650 && row[14].equals("1") ? 1 : 0;
    }
    assertThat(drifts).as("joint drifts up where a and b step up").isEqualTo(1);
  }

  @Test
  void aTrainedLayerKnowsWhatTheLabelsMean() throws Exception {
    series("1.csv", 1, true);
    series("2.csv", 2, true);
    series("3.csv", 5, true);
    Path model = folder.resolve("joint.safetensors");
    assertThat(saccade("train", "joint", folder.resolve("in").toString(), "--output", "" + model))
        .isZero();
    Path other = series("other.csv", 7, true);
    List<String[]> byLayer = scored(other, "--joint", "" + model);
    List<String[]> byRule = scored(other);
    assertThat(byLayer.get(0)[4]).isEqualTo("label");
    assertThat(right(byLayer)).as("F1 of the layer").isGreaterThan(0.8);
    assertThat(right(byRule)).as("F1 of the rule").isLessThan(0.75);
  }

  /** F1 at a threshold of one half. */
  private static double right(List<String[]> rows) {
    int hits = 0;
    int alarms = 0;
    int labelled = 0;
    for (String[] row : rows.subList(106, rows.size())) {
      boolean alarm = Double.parseDouble(row[row.length - 2]) >= 0.5;
      boolean label = row[4].equals("1");
      hits += alarm && label ? 1 : 0;
      alarms += alarm ? 1 : 0;
      labelled += label ? 1 : 0;
    }
    return 2.0 * hits / (alarms + labelled);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Path file = series("x.csv", 3, false);
    assertThatThrownBy(() -> JointExamplesOf.read(file))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining("has no column label");
    assertThat(saccade("train", "joint", "" + file, "--output", "" + folder.resolve("m")))
        .isEqualTo(2);
    assertThat(folder.resolve("m")).doesNotExist();
    assertThat(saccade("score", "" + file, "--output", "" + folder, "--joint", "" + file))
        .isEqualTo(2);
    assertThat(saccade("train")).isEqualTo(2);
  }

  /** So that the exception itself is seen. */
  private static final class JointExamplesOf {
    static Object read(Path file) throws Exception {
      return org.saccade.local.series.JointExamples.read(
          file,
          new org.saccade.operators.htm.HtmDesign(
              org.saccade.operators.htm.HtmParameters.SMALL_VALUES));
    }
  }
}

package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.series.SeriesDetector;

/** What {@code saccade score} makes of odd input; the operator's answers are in its own tests. */
class ScoreBadInputTest {
  private static final int N = 600;
  private static final int WARM_UP = 90;

  @TempDir Path folder;

  /** One record of the output. */
  private record Row(double raw, double score, int drift) {}

  private List<Row> score(IntFunction<String> timestamp, IntFunction<String> value)
      throws Exception {
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < N; i++) {
      lines.add(timestamp.apply(i) + "," + value.apply(i));
    }
    Path file = Files.write(folder.resolve("series.csv"), lines);
    Path out = folder.resolve("out");
    assertThat(Saccade.run("score", "" + file, "--output", "" + out, "--run-length", "100000"))
        .isZero();
    List<Row> rows = new ArrayList<>();
    List<String> written = Files.readAllLines(out.resolve("series.csv"));
    for (String line : written.subList(1, written.size())) {
      String[] f = line.split(",", -1);
      assertThat(f).as(line).hasSize(5);
      Row row = new Row(Double.parseDouble(f[2]), Double.parseDouble(f[3]), Integer.parseInt(f[4]));
      assertThat(row.raw).as(line).isBetween(0.0, 1.0);
      assertThat(row.score).as(line).isBetween(0.0, 1.0);
      assertThat(row.drift).as(line).isBetween(-1, 1);
      rows.add(row);
    }
    assertThat(rows).hasSize(N);
    return rows;
  }

  private static String micros(int i) {
    return Long.toString(1_000_000L * i);
  }

  private static String noise(int i) {
    return Double.toString(10 + SplitMix.at(3, i) % 1000 / 1000.0);
  }

  private static long drifts(List<Row> rows) {
    return rows.stream().filter(row -> row.drift != 0).count();
  }

  @Test
  void whatIsNoNumberIsNeutralAndChangesNothingElse() throws Exception {
    String[] bad = {"NaN", "Infinity", "-Infinity", "1e300", "", "n/a"};
    List<Row> rows =
        score(ScoreBadInputTest::micros, i -> i % 7 == 3 ? bad[i / 7 % 6] : noise(i - i / 7));
    for (int i = 3; i < N; i += 7) {
      assertThat(rows.get(i)).isEqualTo(new Row(0, SeriesDetector.NEUTRAL, 0));
    }
    assertThat(drifts(rows)).isZero();
  }

  @Test
  void aSeriesOfNoNumbersAtAllIsNeutralThroughout() throws Exception {
    assertThat(score(ScoreBadInputTest::micros, i -> "NaN"))
        .containsOnly(new Row(0, SeriesDetector.NEUTRAL, 0));
  }

  @Test
  void aConstantSeriesIsNoAnomalyAndNoDrift() throws Exception {
    List<Row> rows = score(ScoreBadInputTest::micros, i -> "42");
    assertThat(drifts(rows)).isZero();
    assertThat(rows.subList(WARM_UP, N)).allMatch(row -> row.score < 0.1);
  }

  /** It is an anomaly once, and one drift, behind which the series is watched as before. */
  @Test
  void aStepOfAnySizeIsOneAnomalyAndOneDriftAndDoesNotBlind() throws Exception {
    List<Row> rows =
        score(ScoreBadInputTest::micros, i -> i >= 200 ? "1e30" : i == 150 ? "14" : noise(i));
    assertThat(rows.get(150).score).as("before the step, beside which it is nothing").isEqualTo(1);
    assertThat(rows.get(200).score).isEqualTo(1);
    assertThat(drifts(rows)).isEqualTo(1);
    assertThat(rows.subList(200, 230)).anyMatch(row -> row.drift == 1);
  }

  @Test
  void oneValueOutOfAllProportionLeavesTheOthersApart() throws Exception {
    List<Row> rows =
        score(ScoreBadInputTest::micros, i -> i == 300 ? "1e30" : i % 2 == 0 ? "1" : "2");
    assertThat(rows.get(300).score).isEqualTo(1);
    assertThat(rows.get(500).raw).as("1 and 2 are told apart, and expected").isZero();
    assertThat(drifts(rows)).isZero();
  }

  /** The order of the file is the order of the series: times are not looked at. */
  @Test
  void timeMayJumpByAMonthOrRunBackward() throws Exception {
    List<Row> even = score(ScoreBadInputTest::micros, ScoreBadInputTest::noise);
    long month = 30L * 86_400_000_000L;
    assertThat(
            score(
                i -> micros(i < 300 ? i : i + (int) (month / 1_000_000)), ScoreBadInputTest::noise))
        .isEqualTo(even);
    assertThat(score(i -> micros(N - i), ScoreBadInputTest::noise)).isEqualTo(even);
  }

  @Test
  void aSeriesOfOneRecordIsScored() throws Exception {
    Path file = Files.writeString(folder.resolve("one.csv"), "timestamp,value\n0,1.5\n");
    assertThat(Saccade.run("score", "" + file, "--output", "" + folder.resolve("out"))).isZero();
    assertThat(Files.readAllLines(folder.resolve("out/one.csv"))).hasSize(2);
  }
}

package org.saccade.local.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.htm.HtmParameters;

class NabScoreTest {
  private static final Path NAB = Path.of(System.getProperty("saccade.recordings", ""), "nab");
  private static final Path WINDOWS = NAB.resolve("labels/combined_windows.json");

  private static double score(List<LabelledSeries> series, List<double[]> scores, Profile p) {
    return NabScore.of(
            series.stream().map(LabelledSeries::worth).toList(),
            series.stream().map(LabelledSeries::folder).toList(),
            scores,
            p)
        .score();
  }

  private static boolean absent() {
    if (!Files.isRegularFile(WINDOWS)) {
      System.out.println("no recordings: the benchmark's series are not scored");
      return true;
    }
    return false;
  }

  /** Expected: an independent program in Python, on the three series published here. */
  @ParameterizedTest
  @CsvSource({
    "numenta, 71.82654304227702, 64.00118492988786, 77.05102869485135",
    "numentaTM, 65.23772471263203, 60.42522471263201, 68.49181647508802"
  })
  void agreesWithAnotherProgramOnPublishedScores(
      String detector, double standard, double lowFp, double lowFn) throws Exception {
    if (absent()) {
      return;
    }
    Path published = NAB.resolve("published").resolve(detector);
    List<LabelledSeries> series =
        LabelledSeries.read(NAB.resolve("data"), WINDOWS).stream()
            .filter(s -> Files.exists(published.resolve(s.name())))
            .toList();
    List<double[]> scores = ScoreFiles.read(published, series);
    assertThat(score(series, scores, Profile.STANDARD)).isCloseTo(standard, within(1e-9));
    assertThat(score(series, scores, Profile.LOW_FP)).isCloseTo(lowFp, within(1e-9));
    assertThat(score(series, scores, Profile.LOW_FN)).isCloseTo(lowFn, within(1e-9));
  }

  /** The same program on scores ((7919 i) mod 1009) / 1009 of record i, all series. */
  @Test
  void agreesWithAnotherProgramOnGeneratedScoresOfAllSeries() throws Exception {
    if (absent()) {
      return;
    }
    List<LabelledSeries> series = LabelledSeries.read(NAB.resolve("data"), WINDOWS);
    assertThat(series).hasSize(31);
    List<double[]> scores = new ArrayList<>();
    for (LabelledSeries one : series) {
      double[] s = new double[one.series().size()];
      for (int i = 0; i < s.length; i++) {
        s[i] = (i * 7919L) % 1009 / 1009.0;
      }
      scores.add(s);
    }
    assertThat(score(series, scores, Profile.STANDARD)).isCloseTo(18.675395698616576, within(1e-9));
    assertThat(score(series, scores, Profile.LOW_FP)).isZero();
    assertThat(score(series, scores, Profile.LOW_FN)).isCloseTo(38.18125795112452, within(1e-9));
  }

  private static final Worth ONE = new Worth(1000, new int[][] {{400, 499}, {700, 749}});

  private static double[] scores(int... detected) {
    double[] scores = new double[1000];
    for (int i : detected) {
      scores[i] = 1;
    }
    return scores;
  }

  private static NabScore of(double[] scores) {
    return NabScore.of(List.of(ONE), List.of("a"), List.of(scores), Profile.STANDARD);
  }

  @Test
  void everyWindowAtItsBeginningIsAHundredAndNothingAtAllIsZero() {
    assertThat(of(scores(400, 700)).score()).isCloseTo(100, within(1e-12));
    assertThat(of(scores()).score()).isZero();
    assertThat(of(scores(400, 401, 700, 720)).score())
        .as("told again")
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void aFalseDetectionCostsAllOfItsWeightBeforeTheFirstWindowAndLessJustBehindOne() {
    double far = of(scores(300, 400, 700)).score();
    double near = of(scores(400, 500, 700)).score();
    assertThat(far).as("0.11 of two windows, each worth 2").isCloseTo(100 - 11.0 / 4, within(1e-9));
    assertThat(near).isBetween(far, 100.0);
  }

  @Test
  void theProbationIsNotScored() {
    assertThat(of(scores(0, 149, 400, 700)).score()).isCloseTo(100, within(1e-12));
    assertThat(of(scores(150, 400, 700)).score()).isLessThan(100);
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    double[] scores = scores();
    scores[7] = Double.NaN;
    assertThatThrownBy(() -> of(scores)).hasMessageContaining("record 7");
  }

  @Test
  void theWholeChainIsTheDetectorsScoreToTheBit() throws Exception {
    if (absent()) {
      return;
    }
    List<LabelledSeries> one =
        LabelledSeries.read(NAB.resolve("data"), WINDOWS).stream()
            .filter(s -> s.name().endsWith("exchange-2_cpc_results.csv"))
            .toList();
    Scored scored = Scored.all(one, HtmParameters.SMALL_VALUES).get(0);
    assertThat(Chain.WHOLE.scores(one.get(0).series(), scored.raw())).isEqualTo(scored.anomaly());
  }
}

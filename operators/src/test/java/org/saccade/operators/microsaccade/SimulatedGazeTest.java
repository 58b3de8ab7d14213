package org.saccade.operators.microsaccade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.saccade.simulators.gaze.GazeSimulation;
import org.saccade.simulators.gaze.SimulatedGaze;
import org.saccade.simulators.gaze.TrueMicrosaccade;

/** The detector over simulated eyes, against what is true of them. */
class SimulatedGazeTest {
  private static final SimulatedGaze GAZE = GazeSimulation.of(300, 5).run();
  private static List<BinocularMovement> found;

  @BeforeAll
  static void detect() {
    TrialDetector detector = new TrialDetector(DetectorParameters.DEFAULTS, GAZE.rate());
    found =
        Cluster.pair(
            detector.detect(GAZE.xLeft(), GAZE.yLeft()).movements(),
            detector.detect(GAZE.xRight(), GAZE.yRight()).movements());
  }

  private static boolean meet(TrueMicrosaccade m, BinocularMovement f) {
    return f.onset() / GAZE.rate() <= m.landing() && f.end() / GAZE.rate() >= m.onset();
  }

  private static double recall(double least) {
    List<TrueMicrosaccade> large =
        GAZE.microsaccades().stream().filter(m -> m.amplitude() >= least).toList();
    long met = large.stream().filter(m -> found.stream().anyMatch(f -> meet(m, f))).count();
    return met / (double) large.size();
  }

  @Test
  void everythingFoundIsTrue() {
    long met =
        found.stream().filter(f -> GAZE.microsaccades().stream().anyMatch(m -> meet(m, f))).count();

    assertThat(met / (double) found.size()).isGreaterThan(0.98);
  }

  @Test
  void whatIsFasterThanTheThresholdIsFound() {
    assertThat(recall(0.1)).isGreaterThan(0.98);
    assertThat(recall(0)).isGreaterThan(0.9);
  }

  @Test
  void theMainSequenceIsThatOfTheSimulation() {
    MainSequence fit =
        MainSequence.fit(
            found.stream()
                .map(f -> new MainSequence.Point(f.amplitude(), f.peakVelocity()))
                .toList());

    // β = 0.64; K = 64.5, of which the five samples of the velocity take 7 %.
    assertThat(fit.beta()).isBetween(0.62, 0.66);
    assertThat(fit.k()).isBetween(57.0, 64.5);
  }
}

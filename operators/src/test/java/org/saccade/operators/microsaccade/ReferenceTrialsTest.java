package org.saccade.operators.microsaccade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On real trials all figures are those of the laboratory's toolbox. */
class ReferenceTrialsTest {
  private static final int[] LAMBDAS = {5, 6};

  @Test
  void everyMonocularMovementEqualsTheToolboxs() {
    if (absent()) {
      return;
    }
    for (ReferenceTrials.Trial trial : ReferenceTrials.all()) {
      for (int lambda : LAMBDAS) {
        String what = trial.name() + " lambda " + lambda;
        compare(
            what + " left",
            detect(trial.xl(), trial.yl(), lambda),
            ReferenceTrials.expected(trial, "left", lambda));
        compare(
            what + " right",
            detect(trial.xr(), trial.yr(), lambda),
            ReferenceTrials.expected(trial, "right", lambda));
      }
    }
  }

  @Test
  void everyBinocularMovementEqualsTheToolboxs() {
    if (absent()) {
      return;
    }
    int[] total = new int[2];
    for (ReferenceTrials.Trial trial : ReferenceTrials.all()) {
      for (int k = 0; k < 2; k++) {
        int lambda = LAMBDAS[k];
        List<BinocularMovement> found =
            Cluster.pair(
                detect(trial.xl(), trial.yl(), lambda), detect(trial.xr(), trial.yr(), lambda));
        double[][] want = ReferenceTrials.expected(trial, "binocular", lambda);
        String what = trial.name() + " lambda " + lambda + " binocular";
        assertThat(found).as(what).hasSize(want.length);
        for (int i = 0; i < want.length; i++) {
          BinocularMovement m = found.get(i);
          assertThat(new double[] {m.onset(), m.end(), m.duration(), m.delay()})
              .as(what)
              .containsExactly(want[i][0], want[i][1], want[i][2], want[i][3]);
          double[] got = {
            m.peakVelocity(), m.distance(), m.distanceAngle(), m.amplitude(), m.amplitudeAngle()
          };
          for (int f = 0; f < got.length; f++) {
            assertThat(got[f]).as(what + " event " + i).isCloseTo(want[i][4 + f], within(1e-12));
          }
        }
        total[k] += found.size();
      }
    }
    assertThat(total).containsExactly(439, 390);
  }

  private static List<EyeMovement> detect(double[] x, double[] y, int lambda) {
    return new TrialDetector(new DetectorParameters(lambda, 3), ReferenceTrials.RATE)
        .detect(x, y)
        .movements();
  }

  private static void compare(String what, List<EyeMovement> found, double[][] want) {
    double[][] got =
        found.stream()
            .map(
                m ->
                    new double[] {
                      m.onset(),
                      m.end(),
                      m.peakVelocity(),
                      m.dx(),
                      m.dy(),
                      m.amplitudeX(),
                      m.amplitudeY()
                    })
            .toArray(double[][]::new);
    assertThat(got).as(what).isDeepEqualTo(want);
  }

  private static boolean absent() {
    boolean absent = ReferenceTrials.absent();
    if (absent) {
      System.out.println("no recordings: microsaccades are not compared with the toolbox's");
    }
    return absent;
  }
}

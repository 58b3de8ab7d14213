package org.saccade.benchmarks.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelRidgeTest {
  @Test
  void solvesTheSystemByHandOfTwoRows() {
    float[][] rows = {{1, 0}, {0, 1}};
    KernelRidge ridge = new KernelRidge(rows, new int[] {0, 1}, 2);
    // K = [[1.03, e], [e, 1.03]], e = exp(-2 / 0.5): targets ±0.5 are eigenvectors of 1.03 - e.
    double e = Math.exp(-4);
    double weight = 0.5 / (1.03 - e);
    double[] scores = ridge.scores(new float[] {1, 0});
    assertThat(scores[0]).isCloseTo(weight * (1 - e), within(1e-12));
    assertThat(scores[1]).isCloseTo(-weight * (1 - e), within(1e-12));
  }

  @Test
  void countsBecomeRowsOfUnitLength() {
    float[] row =
        BinnedWindows.scaled(new float[] {0, (float) Math.expm1(3), (float) Math.expm1(4)});
    assertThat(row[0]).isZero();
    assertThat(row[1]).isCloseTo(0.6f, within(1e-6f));
    assertThat(row[2]).isCloseTo(0.8f, within(1e-6f));
  }
}

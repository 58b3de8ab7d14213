package org.saccade.operators.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlaneFitTest {
  /** The square of 2 r + 1 points on t = a x + b y + c. */
  private static PlaneFit plane(int r, long a, long b, long c) {
    PlaneFit fit = new PlaneFit((2 * r + 1) * (2 * r + 1));
    for (int y = -r; y <= r; y++) {
      for (int x = -r; x <= r; x++) {
        fit.add(x, y, a * x + b * y + c);
      }
    }
    return fit;
  }

  @Property(tries = 300)
  void pointsOnAPlaneGiveItsSlope(
      @ForAll @IntRange(min = 1, max = 7) int r,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int a,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int b,
      @ForAll @IntRange(min = -1_000_000, max = 0) int c) {
    Assume.that(a != 0 || b != 0);
    PlaneFit fit = plane(r, a, b, c);
    assertThat(fit.fit(0.5, 4)).isTrue();
    assertThat(fit.a()).isCloseTo(a, within(1e-9));
    assertThat(fit.b()).isCloseTo(b, within(1e-9));
    assertThat(fit.residual()).isCloseTo(0, within(1e-8));
    assertThat(fit.size()).isEqualTo((2 * r + 1) * (2 * r + 1));
  }

  @Property(tries = 300)
  void atTheSpeedsOfImagesToTheLastBit(
      @ForAll @IntRange(min = -30_000, max = 30_000) int a,
      @ForAll @IntRange(min = -30_000, max = 30_000) int b) {
    Assume.that(a != 0 || b != 0);
    PlaneFit fit = plane(3, a, b, 0);
    assertThat(fit.fit(0.5, 4)).isTrue();
    assertThat(fit.a()).isEqualTo(a);
    assertThat(fit.b()).isEqualTo(b);
    assertThat(fit.residual()).isZero();
  }

  @Test
  void anOutlierIsLeftOutAndTheRestFitsExactly() {
    PlaneFit fit = new PlaneFit(9);
    for (int y = -1; y <= 1; y++) {
      for (int x = -1; x <= 1; x++) {
        boolean outlier = x == 1 && y == 1;
        fit.add(x, y, 100 * x - 200 * y + (outlier ? 500 : 0));
      }
    }
    assertThat(fit.fit(1, 4)).isTrue();
    assertThat(fit.size()).isEqualTo(8);
    assertThat(fit.a()).isEqualTo(100);
    assertThat(fit.b()).isEqualTo(-200);
    assertThat(fit.residual()).isZero();
  }

  @Test
  void theResidualIsTheRootMeanSquareDistanceInTime() {
    // ±3 in a pattern that no plane can follow: plus on one diagonal, minus on the other.
    PlaneFit fit = new PlaneFit(4);
    fit.add(-1, -1, -100 + 3);
    fit.add(1, -1, 100 - 3);
    fit.add(-1, 1, -100 - 3);
    fit.add(1, 1, 100 + 3);
    assertThat(fit.fit(1, 4)).isTrue();
    assertThat(fit.a()).isEqualTo(100);
    assertThat(fit.b()).isZero();
    assertThat(fit.residual()).isEqualTo(3);
  }

  @Test
  void pointsOnALineAreNoPlane() {
    PlaneFit fit = new PlaneFit(9);
    for (int i = -4; i <= 4; i++) {
      fit.add(i, 2 * i, 100L * i);
    }
    assertThat(fit.fit(1, 4)).isFalse();
  }

  @Test
  void aFlatPlaneHasNoVelocity() {
    assertThat(plane(2, 0, 0, -5).fit(1, 4)).isFalse();
  }

  @Test
  void tooFewPointsAreNoPlane() {
    assertThat(plane(1, 3, 4, 0).fit(1, 10)).isFalse();
    PlaneFit empty = new PlaneFit(9);
    assertThat(empty.fit(1, 4)).isFalse();
  }

  @Test
  void theNewestEdgeEndsAtTheFirstGapThatIsLongerThanAllThatIsNewer() {
    PlaneFit fit = new PlaneFit(25);
    for (int y = -2; y <= 2; y++) {
      for (int x = -2; x <= 2; x++) {
        // The edge has come as far as x = 0; in front of it is the edge of 50 ms before.
        fit.add(x, y, 1_000L * x - (x > 0 ? 50_000 : 0));
      }
    }
    fit.keepNewestEdge(8);
    assertThat(fit.size()).isEqualTo(15);
    assertThat(fit.fit(1, 8)).isTrue();
    assertThat(fit.a()).isEqualTo(1_000);
    assertThat(fit.b()).isZero();
  }
}

package org.saccade.operators.corner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {
  private static final int STRIDE = 16;
  private static final int CENTRE = 8 * STRIDE + 8;

  private static int[][] pixels(int radius) {
    return radius == 3 ? Circle.RADIUS_3 : Circle.RADIUS_4;
  }

  private static Circle circle(int radius) {
    Circle circle =
        radius == 3 ? new Circle(Circle.RADIUS_3, 3, 6) : new Circle(Circle.RADIUS_4, 4, 8);
    circle.open(STRIDE);
    return circle;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void eachPixelIsBesideTheNextAndOppositeToAnother(int radius) {
    int[][] ring = pixels(radius);
    assertThat(ring).hasDimensions(radius == 3 ? 16 : 20, 2);
    for (int i = 0; i < ring.length; i++) {
      int[] next = ring[(i + 1) % ring.length];
      int[] opposite = ring[(i + ring.length / 2) % ring.length];
      assertThat(Math.max(Math.abs(ring[i][0] - next[0]), Math.abs(ring[i][1] - next[1])))
          .isEqualTo(1);
      assertThat(opposite).containsExactly(-ring[i][0], -ring[i][1]);
      assertThat(Math.round(Math.hypot(ring[i][0], ring[i][1]))).isEqualTo(radius);
    }
  }

  /** A surface on whose circle an arc of some pixels from {@code first} on is new, the rest old. */
  private static long[] surface(int radius, int first, int arc) {
    long[] times = new long[STRIDE * STRIDE];
    int[][] ring = pixels(radius);
    for (int i = 0; i < ring.length; i++) {
      int[] p = ring[(first + i) % ring.length];
      // As behind what moves: newest at the arc's ends; in front of it older from pixel to pixel.
      times[CENTRE + p[1] * STRIDE + p[0]] =
          i < arc ? 10_000 - 10L * Math.min(i, arc - 1 - i) : 5_000 - 10L * (i - arc);
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3, 4", "3, 6", "3, 7", "3, 8", "3, 10", "3, 13", "4, 4", "4, 9", "4, 12"})
  void theNewestArcIsAsLongAsWhatIsNew(int radius, int arc) {
    for (int first = 0; first < pixels(radius).length; first++) {
      assertThat(circle(radius).newestArc(surface(radius, first, arc), CENTRE)).isEqualTo(arc);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, true", "3, 6, true", "3, 7, false", "3, 8, false", "3, 9, false", "3, 10, true",
    "3, 13, true", "3, 14, false", "4, 4, true", "4, 8, true", "4, 9, false", "4, 11, false",
    "4, 12, true", "4, 16, true", "4, 17, false"
  })
  void anArcOfACornerIsShortOrLeavesAShortOne(int radius, int arc, boolean corner) {
    assertThat(circle(radius).isCorner(surface(radius, 5, arc), CENTRE)).isEqualTo(corner);
  }

  @Test
  void anArcHasAtLeastItsShortestLength() {
    assertThat(circle(3).newestArc(surface(3, 2, 1), CENTRE)).isEqualTo(3);
  }

  @Test
  void whereAllIsAsOldTheArcIsTheWholeCircle() {
    assertThat(circle(3).newestArc(new long[STRIDE * STRIDE], CENTRE)).isEqualTo(16);
    assertThat(circle(3).isCorner(new long[STRIDE * STRIDE], CENTRE)).isFalse();
  }
}

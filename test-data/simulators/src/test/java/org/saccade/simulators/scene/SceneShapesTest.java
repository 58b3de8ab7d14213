package org.saccade.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Fan, dots, box and lamp against geometry. */
class SceneShapesTest {
  private static final Shades SHADES = new Shades(50, 150);

  @Test
  void fanLooksTheSameAfterOneBlade() {
    RotatingFan fan = new RotatingFan(60, 60, SHADES, 4, 0.5, 0.02, 5, 28, 1);
    assertThat(frame(fan, 250_000))
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(frame(fan, 0));
    assertThat(figureArea(fan, 125_000, 50)).isCloseTo(figureArea(fan, 0, 50), within(30.0));
    assertThat(frame(fan, 125_000)).isNotEqualTo(frame(fan, 0));
  }

  /** Half of the ring: π·(28² − 5²)/2. */
  @Test
  void fanCoversItsShareOfTheRing() {
    RotatingFan fan = new RotatingFan(60, 60, SHADES, 4, 0.5, 0.02, 5, 28, 1);
    assertThat(figureArea(fan, 0, 50)).isCloseTo(Math.PI * (784 - 25) / 2, within(20.0));
  }

  /** At a quarter turn a second a point 20 px right of the centre goes down at 20·π/2 px/s. */
  @Test
  void fanTurnsClockwiseAtRadiusTimesAngularVelocity() {
    RotatingFan fan = new RotatingFan(60, 60, SHADES, 1, 0.5, 0, 5, 28, 0.25);
    Motion motion = fan.motionAt(1, 50, 30.001);
    assertThat(motion.y()).isCloseTo(20 * Math.PI / 2, within(1e-9));
    assertThat(motion.x()).isCloseTo(0, within(0.01));
    assertThat(fan.motionAt(1, 50, 29.9)).isEqualTo(Motion.STILL);
    assertThat(fan.motionAt(1, 30, 32)).isEqualTo(Motion.STILL);
    assertThat(fan.motionAt(200_000, 50, 30.001)).isEqualTo(Motion.STILL);
  }

  @Test
  void aDotCoversTheAreaOfItsDisc() {
    DriftingDots dots = new DriftingDots(64, 64, SHADES, 1, 6, new Motion(0, 0), 2);
    assertThat(dots.centreX(0, 0)).isBetween(8.0, 56.0);
    assertThat(dots.centreY(0, 0)).isBetween(8.0, 56.0);
    assertThat(figureArea(dots, 0, 50)).isCloseTo(Math.PI * 36, within(2.0));
  }

  @Test
  void dotsDriftAndComeBackAtTheOtherSide() {
    DriftingDots dots = new DriftingDots(64, 48, SHADES, 5, 3, new Motion(72, -28), 2);
    for (int k = 0; k < 5; k++) {
      double moved = dots.centreX(k, 10_000) - dots.centreX(k, 0);
      assertThat(moved)
          .satisfiesAnyOf(
              m -> assertThat(m).isCloseTo(0.72, within(1e-9)),
              m -> assertThat(m).isCloseTo(0.72 - 72, within(1e-9)));
      assertThat(dots.centreX(k, 1_000_000)).isCloseTo(dots.centreX(k, 0), within(1e-9));
      assertThat(dots.centreY(k, 2_000_000)).isCloseTo(dots.centreY(k, 0), within(1e-9));
      double x = dots.centreX(k, 500_000);
      double y = dots.centreY(k, 500_000);
      assertThat(dots.motionAt(500_000, x, y)).isEqualTo(new Motion(72, -28));
    }
  }

  @Test
  void theBoxHasItsAreaWhereverItIs() {
    BouncingBox box = new BouncingBox(64, 48, SHADES, 10.5, 7.25, new Motion(33, -21));
    for (long t = 0; t < 10_000_000; t += 123_457) {
      assertThat(figureArea(box, t, 50)).isCloseTo(10.5 * 7.25, within(1e-3));
    }
  }

  /** 54 px of room at 36 px/s: at the right side after 1.5 s, back at the left after 3 s. */
  @Test
  void theBoxIsReflectedAtTheSides() {
    BouncingBox box = new BouncingBox(64, 48, SHADES, 10, 8, new Motion(36, 10));
    assertThat(box.left(1_000_000)).isCloseTo(36, within(1e-9));
    assertThat(box.left(1_500_000)).isCloseTo(54, within(1e-9));
    assertThat(box.left(2_000_000)).isCloseTo(36, within(1e-9));
    assertThat(box.left(3_500_000)).isCloseTo(18, within(1e-9));
    assertThat(box.top(5_000_000)).isCloseTo(30, within(1e-9));
    assertThat(box.motionAt(1_000_000, 40, 12)).isEqualTo(new Motion(36, 10));
    assertThat(box.motionAt(2_000_000, 40, 22)).isEqualTo(new Motion(-36, 10));
    assertThat(box.motionAt(2_000_000, 30, 22)).isEqualTo(Motion.STILL);
  }

  @Test
  void theLampIsBrightestAfterHalfAPeriod() {
    FlickeringLamp lamp = new FlickeringLamp(32, 32, 50, 16, 16, 5, 10, 0.8);
    assertThat(lamp.area()).isBetween(70, 90);
    int centre = 16 * 32 + 16;
    assertThat(frame(lamp, 0)[centre]).isEqualTo(50);
    assertThat((double) frame(lamp, 50_000)[centre]).isCloseTo(50 * Math.exp(0.8), within(1e-4));
    assertThat((double) frame(lamp, 25_000)[centre]).isCloseTo(50 * Math.exp(0.4), within(1e-4));
    assertThat((double) frame(lamp, 100_000)[centre]).isCloseTo(50, within(1e-4));
    assertThat(frame(lamp, 50_000)[0]).isEqualTo(50);
  }

  @Test
  void theLampRefusesToBeBrighterThanFull() {
    assertThatThrownBy(() -> new FlickeringLamp(32, 32, 100, 16, 16, 5, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("depth=1.0 must be between 0.0 and 0.93");
  }

  @Test
  void showsTheBrighterOfTwoScenes() {
    Scene box = new BouncingBox(8, 8, new Shades(60, 150), 2, 2, Motion.STILL);
    Scene both = new BrighterOf(new StillScene(8, 8, 100), box);
    float[] frame = frame(both, 0);
    assertThat(frame[0]).isEqualTo(150);
    assertThat(frame[9]).isEqualTo(150);
    assertThat(frame[10]).isEqualTo(100);
    assertThatThrownBy(() -> new BrighterOf(new StillScene(8, 9, 1), box))
        .hasMessage("scene of 8x8 must be as large as the other of 8x9");
  }

  private static double figureArea(Scene scene, long timeMicros, double background) {
    double sum = 0;
    for (float v : frame(scene, timeMicros)) {
      sum += (v - background) / 100;
    }
    return sum;
  }

  private static float[] frame(Scene scene, long timeMicros) {
    float[] frame = new float[scene.width() * scene.height()];
    scene.render(timeMicros, frame);
    return frame;
  }
}

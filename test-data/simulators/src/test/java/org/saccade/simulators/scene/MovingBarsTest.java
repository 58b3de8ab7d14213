package org.saccade.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingBarsTest {
  private static final Shades SHADES = new Shades(50, 150);

  @Test
  void drawsTheShareOfAPixelThatABarCovers() {
    MovingBars bars = new MovingBars(12, 1, SHADES, 10, 4, 0, 0.25);
    assertThat(row(bars, 0)).startsWith(150, 150, 150, 150, 50, 50).endsWith(150, 150);
    assertThat(row(bars, 1_000_000)).startsWith(125, 150, 150, 150, 75, 50).endsWith(125, 150);
    assertThat(row(bars, 4_000_000)).startsWith(50, 150, 150, 150, 150, 50).endsWith(50, 150);
  }

  @Test
  void coversTheSameAreaAtAllTimes() {
    MovingBars bars = new MovingBars(40, 3, SHADES, 10, 4, 0, 37);
    for (long t = 0; t < 1_000_000; t += 12_345) {
      float sum = 0;
      for (float v : row(bars, t)) {
        sum += (v - 50) / 100;
      }
      assertThat(sum).isCloseTo(3 * 16, within(1e-3f));
    }
  }

  @Test
  void movesDownwardsAtARightAngle() {
    MovingBars bars = new MovingBars(1, 12, SHADES, 10, 4, Math.PI / 2, 2);
    assertThat(row(bars, 1_000_000)).startsWith(50, 50, 150, 150, 150, 150, 50);
    Motion motion = bars.motionAt(1_000_000, 0.5, 3.5);
    assertThat(motion.x()).isCloseTo(0, within(1e-12));
    assertThat(motion.y()).isCloseTo(2, within(1e-12));
  }

  @Test
  void tellsTheVelocityOnBarsAlone() {
    MovingBars bars = new MovingBars(100, 100, SHADES, 10, 4, Math.PI / 6, 30);
    Motion motion = bars.motionAt(0, 2, 0.5);
    assertThat(motion.x()).isCloseTo(30 * Math.sqrt(3) / 2, within(1e-12));
    assertThat(motion.y()).isCloseTo(15, within(1e-12));
    assertThat(motion.speed()).isCloseTo(30, within(1e-12));
    assertThat(bars.motionAt(0, 8, 0.5)).isEqualTo(Motion.STILL);
  }

  @Test
  void refusesArgumentsOutOfBounds() {
    assertThatThrownBy(() -> new MovingBars(8, 8, SHADES, 10, 11, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thickness=11.0 must be between 0.0 and 10.0");
    assertThatThrownBy(() -> new MovingBars(0, 8, SHADES, 10, 4, 0, 0))
        .hasMessage("frame 0x8 must be between 1x1 and 65536x32768");
    assertThatThrownBy(() -> new Shades(50, 256)).hasMessageContaining("figure=256.0");
  }

  private static float[] row(Scene scene, long timeMicros) {
    float[] frame = new float[scene.width() * scene.height()];
    scene.render(timeMicros, frame);
    return frame;
  }
}

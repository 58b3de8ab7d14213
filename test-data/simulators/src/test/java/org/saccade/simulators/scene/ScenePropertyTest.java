package org.saccade.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every scene at every time; a new scene is a row. */
class ScenePropertyTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 18;

  private static List<Scene> scenes() {
    Shades dark = new Shades(200, 10);
    Shades bright = new Shades(0, 255);
    return List.of(
        new StillScene(WIDTH, HEIGHT, 17),
        new MovingBars(WIDTH, HEIGHT, bright, 7, 3, 1, -120),
        new RotatingFan(WIDTH, HEIGHT, dark, 5, 0.3, 0.1, 1, 40, -3),
        new DriftingDots(WIDTH, HEIGHT, dark, 9, 2.5, new Motion(-50, 70), 5),
        new BouncingBox(WIDTH, HEIGHT, bright, 23, 1, new Motion(-500, 900)),
        new FlickeringLamp(WIDTH, HEIGHT, 20, 3, 4, 6, 100, 2.5),
        new BrighterOf(
            new StillScene(WIDTH, HEIGHT, 99), new MovingBars(WIDTH, HEIGHT, bright, 7, 3, 0, 33)));
  }

  @Provide
  Arbitrary<Scene> anyScene() {
    return Arbitraries.of(scenes());
  }

  @Property
  void rendersLuminanceThatAPixelTakes(
      @ForAll("anyScene") Scene scene, @ForAll @LongRange(min = 0, max = 1L << 50) long time) {
    for (float v : render(scene, time)) {
      assertThat(v).isBetween(0f, 255f);
    }
  }

  @Property
  void rendersTheSameFrameWhateverWasRenderedBefore(
      @ForAll("anyScene") Scene scene,
      @ForAll @LongRange(min = 0, max = 100_000_000) long time,
      @ForAll @LongRange(min = 0, max = 100_000_000) long other) {
    float[] first = render(scene, time);
    render(scene, other);
    assertThat(render(scene, time)).isEqualTo(first);
  }

  private static float[] render(Scene scene, long time) {
    float[] frame = new float[WIDTH * HEIGHT];
    Arrays.fill(frame, Float.NaN);
    scene.render(time, frame);
    return frame;
  }
}

package org.saccade.simulators.scene;

import java.util.Arrays;

/**
 * The same luminance everywhere and always: whatever a camera sees here is noise.
 *
 * @param luminance 0 to 255
 */
public record StillScene(int width, int height, float luminance) implements MovingScene {
  public StillScene {
    SceneArguments.frame(width, height);
    SceneArguments.between("luminance", luminance, 0, 255);
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    Arrays.fill(frame, luminance);
  }

  @Override
  public Motion motionAt(long timeMicros, double x, double y) {
    return Motion.STILL;
  }
}

package org.saccade.simulators.scene;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A round lamp that flickers in front of a background.
 *
 * <pre>  I(t) = background·exp(depth·(1 − cos 2πft)/2)</pre>
 *
 * inside of the disc: log luminance is a cosine from 0 to {@code depth} above the background, so at
 * a threshold θ each period has ⌊depth/θ⌋ ON and as many OFF events a pixel.
 */
public final class FlickeringLamp implements Scene {
  private final int width;
  private final int height;
  private final float background;
  private final double hertz;
  private final double depth;

  /** Pixels whose centre is inside of the disc. */
  private final int[] pixels;

  /**
   * @param background 20 to 255, where the photoreceptor is logarithmic
   * @param depth log units from darkest to brightest; background·e^depth at most 255
   */
  public FlickeringLamp(
      int width,
      int height,
      float background,
      double centreX,
      double centreY,
      double radius,
      double hertz,
      double depth) {
    SceneArguments.frame(width, height);
    SceneArguments.between("background", background, 20, 255);
    SceneArguments.between("radius", radius, 0.5, 1e6);
    SceneArguments.between("hertz", hertz, 0, 1e6);
    SceneArguments.between("depth", depth, 0, StrictMath.log(255 / background));
    this.width = width;
    this.height = height;
    this.background = background;
    this.hertz = hertz;
    this.depth = depth;
    pixels =
        IntStream.range(0, width * height)
            .filter(
                i ->
                    StrictMath.hypot(i % width + 0.5 - centreX, i / width + 0.5 - centreY)
                        <= radius)
            .toArray();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** Pixels that flicker. */
  public int area() {
    return pixels.length;
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    Arrays.fill(frame, background);
    double turn = 2 * Math.PI * hertz * timeMicros * 1e-6;
    double lit = background * StrictMath.exp(depth * (1 - StrictMath.cos(turn)) / 2);
    float luminance = (float) Math.min(255, lit);
    for (int i : pixels) {
      frame[i] = luminance;
    }
  }
}

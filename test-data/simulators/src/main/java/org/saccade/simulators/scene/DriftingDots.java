package org.saccade.simulators.scene;

import java.util.Arrays;
import org.saccade.simulators.random.CounterRandom;

/** Discs at random places that drift together and come back in at the opposite side. */
public final class DriftingDots implements MovingScene {
  private final int width;
  private final int height;
  private final Shades shades;
  private final double radius;
  private final Motion motion;
  private final double[] startX;
  private final double[] startY;

  /**
   * @param count discs, 1 to 100,000
   * @param radius pixels, 0.5 to 1000
   * @param motion velocity of all discs
   * @param seed of their places
   */
  public DriftingDots(
      int width, int height, Shades shades, int count, double radius, Motion motion, long seed) {
    SceneArguments.frame(width, height);
    SceneArguments.between("count", count, 1, 100_000);
    SceneArguments.between("radius", radius, 0.5, 1000);
    this.width = width;
    this.height = height;
    this.shades = shades;
    this.radius = radius;
    this.motion = motion;
    startX = new double[count];
    startY = new double[count];
    for (int k = 0; k < count; k++) {
      long key = CounterRandom.key(seed, k);
      startX[k] = CounterRandom.uniform(key, 0) * (width + 2 * margin());
      startY[k] = CounterRandom.uniform(key, 1) * (height + 2 * margin());
    }
  }

  /** Discs wrap where no part of them is seen. */
  private double margin() {
    return radius + 1;
  }

  /** Centre of a disc in pixels from the left edge. */
  public double centreX(int k, long timeMicros) {
    return wrap(startX[k] + motion.x() * timeMicros * 1e-6, width);
  }

  /** Centre of a disc in pixels from the top edge. */
  public double centreY(int k, long timeMicros) {
    return wrap(startY[k] + motion.y() * timeMicros * 1e-6, height);
  }

  private double wrap(double z, int extent) {
    double round = extent + 2 * margin();
    return z - round * Math.floor(z / round) - margin();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    Arrays.fill(frame, shades.background());
    for (int k = 0; k < startX.length; k++) {
      draw(centreX(k, timeMicros), centreY(k, timeMicros), frame);
    }
  }

  private void draw(double cx, double cy, float[] frame) {
    int left = Math.max(0, (int) Math.floor(cx - margin()));
    int right = Math.min(width - 1, (int) Math.ceil(cx + margin()));
    int top = Math.max(0, (int) Math.floor(cy - margin()));
    int bottom = Math.min(height - 1, (int) Math.ceil(cy + margin()));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double distance = StrictMath.sqrt(square(x + 0.5 - cx) + square(y + 0.5 - cy));
        double share = Math.min(1, radius + 0.5 - distance);
        if (share > 0) {
          int i = y * width + x;
          frame[i] = stronger(frame[i], shades.mix(share));
        }
      }
    }
  }

  /** Where discs overlap, the one that is further from the background is seen. */
  private float stronger(float a, float b) {
    return shades.figure() > shades.background() ? Math.max(a, b) : Math.min(a, b);
  }

  private static double square(double z) {
    return z * z;
  }

  @Override
  public Motion motionAt(long timeMicros, double x, double y) {
    for (int k = 0; k < startX.length; k++) {
      double dx = x - centreX(k, timeMicros);
      double dy = y - centreY(k, timeMicros);
      if (square(dx) + square(dy) <= square(radius)) {
        return motion;
      }
    }
    return Motion.STILL;
  }
}

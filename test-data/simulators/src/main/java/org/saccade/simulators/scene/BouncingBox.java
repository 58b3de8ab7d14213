package org.saccade.simulators.scene;

import java.util.Arrays;

/**
 * A rectangle that crosses the frame in straight lines and is reflected at its sides. Its place is
 * a triangle wave of time on each axis.
 */
public final class BouncingBox implements MovingScene {
  private final int width;
  private final int height;
  private final Shades shades;
  private final double boxWidth;
  private final double boxHeight;
  private final Motion motion;

  /**
   * @param boxWidth pixels, less than width
   * @param boxHeight pixels, less than height
   * @param motion velocity at time 0, from the top left corner
   */
  public BouncingBox(
      int width, int height, Shades shades, double boxWidth, double boxHeight, Motion motion) {
    SceneArguments.frame(width, height);
    SceneArguments.between("boxWidth", boxWidth, 1, width - 1);
    SceneArguments.between("boxHeight", boxHeight, 1, height - 1);
    this.width = width;
    this.height = height;
    this.shades = shades;
    this.boxWidth = boxWidth;
    this.boxHeight = boxHeight;
    this.motion = motion;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** Left edge of the box, pixels. */
  public double left(long timeMicros) {
    return reflect(motion.x() * timeMicros * 1e-6, width - boxWidth);
  }

  /** Top edge of the box, pixels. */
  public double top(long timeMicros) {
    return reflect(motion.y() * timeMicros * 1e-6, height - boxHeight);
  }

  private static double reflect(double z, double room) {
    double phase = phase(z, room);
    return phase < room ? phase : 2 * room - phase;
  }

  private static double phase(double z, double room) {
    return z - 2 * room * Math.floor(z / (2 * room));
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    Arrays.fill(frame, shades.background());
    double left = left(timeMicros);
    double top = top(timeMicros);
    int bottom = Math.min(height - 1, (int) (top + boxHeight));
    int right = Math.min(width - 1, (int) (left + boxWidth));
    for (int y = (int) top; y <= bottom; y++) {
      double rows = overlap(y, top, boxHeight);
      for (int x = (int) left; x <= right; x++) {
        frame[y * width + x] = shades.mix(rows * overlap(x, left, boxWidth));
      }
    }
  }

  /** Length of [cell, cell + 1] inside of [from, from + length]. */
  private static double overlap(int cell, double from, double length) {
    return Math.max(0, Math.min(cell + 1.0, from + length) - Math.max(cell, from));
  }

  @Override
  public Motion motionAt(long timeMicros, double x, double y) {
    double left = left(timeMicros);
    double top = top(timeMicros);
    if (x < left || x >= left + boxWidth || y < top || y >= top + boxHeight) {
      return Motion.STILL;
    }
    double seconds = timeMicros * 1e-6;
    double vx = forth(motion.x() * seconds, width - boxWidth) ? motion.x() : -motion.x();
    double vy = forth(motion.y() * seconds, height - boxHeight) ? motion.y() : -motion.y();
    return new Motion(vx, vy);
  }

  private static boolean forth(double z, double room) {
    return phase(z, room) < room;
  }
}

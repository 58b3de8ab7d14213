package org.saccade.simulators.scene;

/**
 * Parallel bars that move across their own direction.
 *
 * <pre>  z(x, y, t) = x·cos α + y·sin α − v·t;   bar where z mod period &lt; thickness</pre>
 *
 * The leading edge of the first bar is at {@code thickness} pixels along the direction of motion at
 * time 0.
 */
public final class MovingBars implements MovingScene {
  private final int width;
  private final int height;
  private final Shades shades;
  private final double speed;
  private final double cos;
  private final double sin;
  private final Stripes stripes;
  private final Motion motion;

  /**
   * @param period pixels from bar to bar, along the motion; at least 2
   * @param thickness pixels of a bar along the motion, 0 to period
   * @param radians direction of motion: 0 to the right, π/2 downwards
   * @param speed pixels a second, any sign
   */
  public MovingBars(
      int width,
      int height,
      Shades shades,
      double period,
      double thickness,
      double radians,
      double speed) {
    SceneArguments.frame(width, height);
    SceneArguments.between("period", period, 2, 1e9);
    SceneArguments.between("thickness", thickness, 0, period);
    SceneArguments.between("speed", speed, -1e6, 1e6);
    this.width = width;
    this.height = height;
    this.shades = shades;
    this.speed = speed;
    cos = StrictMath.cos(radians);
    sin = StrictMath.sin(radians);
    stripes = new Stripes(period, thickness);
    motion = new Motion(speed * cos, speed * sin);
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
    double moved = speed * timeMicros * 1e-6;
    for (int y = 0, i = 0; y < height; y++) {
      double row = (y + 0.5) * sin - moved;
      for (int x = 0; x < width; x++, i++) {
        frame[i] = shades.mix(stripes.share(row + (x + 0.5) * cos, 0.5));
      }
    }
  }

  /** The bars' velocity, on the bars; of a straight edge only this part can be seen. */
  @Override
  public Motion motionAt(long timeMicros, double x, double y) {
    boolean onBar = stripes.covers(x * cos + y * sin - speed * timeMicros * 1e-6);
    return onBar ? motion : Motion.STILL;
  }
}

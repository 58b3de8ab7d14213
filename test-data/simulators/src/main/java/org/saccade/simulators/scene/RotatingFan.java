package org.saccade.simulators.scene;

import java.util.Arrays;

/**
 * A fan of blades that turns about a point, or, with a twist, a spiral.
 *
 * <pre>
 *   z(r, φ, t) = (φ − twist·r)·blades/2π − blades·revolutions·t;   blade where z mod 1 &lt; duty
 * </pre>
 *
 * inside of the ring between hub and rim, background elsewhere. Positive revolutions turn clockwise
 * on the screen, where y points down.
 */
public final class RotatingFan implements MovingScene {
  private final int width;
  private final int height;
  private final Shades shades;
  private final double centreX;
  private final double centreY;
  private final double hub;
  private final double rim;
  private final double bladesPerSecond;
  private final double radiansPerSecond;
  private final double bladesPerRadian;
  private final double twist;
  private final Stripes stripes;

  /** Of the pixels in the ring: index, z at time 0, half a pixel in units of z. */
  private final int[] pixels;

  private final double[] phase;
  private final double[] halfPixel;

  /**
   * @param blades 1 to 64
   * @param duty share of the circle that blades cover, 0 to 1
   * @param twistRadiansPerPixel how far a blade bends with the radius; 0: straight
   * @param hub inner radius, pixels, at least 1
   * @param rim outer radius, pixels, more than hub
   * @param revolutionsPerSecond any sign
   */
  public RotatingFan(
      int width,
      int height,
      Shades shades,
      int blades,
      double duty,
      double twistRadiansPerPixel,
      double hub,
      double rim,
      double revolutionsPerSecond) {
    SceneArguments.frame(width, height);
    SceneArguments.between("blades", blades, 1, 64);
    SceneArguments.between("duty", duty, 0, 1);
    SceneArguments.between("hub", hub, 1, 1e6);
    SceneArguments.between("rim", rim, hub, 1e6);
    SceneArguments.between("revolutionsPerSecond", revolutionsPerSecond, -1e4, 1e4);
    this.width = width;
    this.height = height;
    this.shades = shades;
    this.hub = hub;
    this.rim = rim;
    centreX = width / 2.0;
    centreY = height / 2.0;
    twist = twistRadiansPerPixel;
    bladesPerSecond = blades * revolutionsPerSecond;
    radiansPerSecond = 2 * Math.PI * revolutionsPerSecond;
    bladesPerRadian = blades / (2 * Math.PI);
    stripes = new Stripes(1, duty);
    int[] inRing = new int[width * height];
    int n = 0;
    for (int i = 0; i < inRing.length; i++) {
      double r = radius(i % width + 0.5, i / width + 0.5);
      if (r >= hub && r < rim) {
        inRing[n++] = i;
      }
    }
    pixels = Arrays.copyOf(inRing, n);
    phase = new double[n];
    halfPixel = new double[n];
    for (int k = 0; k < n; k++) {
      double x = pixels[k] % width + 0.5;
      double y = pixels[k] / width + 0.5;
      double r = radius(x, y);
      phase[k] = phase(x, y, r);
      halfPixel[k] = Math.min(0.5, 0.5 * bladesPerRadian * StrictMath.hypot(1 / r, twist));
    }
  }

  private double radius(double x, double y) {
    return StrictMath.hypot(x - centreX, y - centreY);
  }

  private double phase(double x, double y, double r) {
    return (StrictMath.atan2(y - centreY, x - centreX) - twist * r) * bladesPerRadian;
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
    double turned = bladesPerSecond * timeMicros * 1e-6;
    for (int k = 0; k < pixels.length; k++) {
      frame[pixels[k]] = shades.mix(stripes.share(phase[k] - turned, halfPixel[k]));
    }
  }

  /** Velocity of rotation, ω·(−(y − cy), x − cx), on the blades. */
  @Override
  public Motion motionAt(long timeMicros, double x, double y) {
    double r = radius(x, y);
    boolean inRing = r >= hub && r < rim;
    if (!inRing || !stripes.covers(phase(x, y, r) - bladesPerSecond * timeMicros * 1e-6)) {
      return Motion.STILL;
    }
    return new Motion(-radiansPerSecond * (y - centreY), radiansPerSecond * (x - centreX));
  }
}

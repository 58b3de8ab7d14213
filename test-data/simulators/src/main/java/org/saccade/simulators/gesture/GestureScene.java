package org.saccade.simulators.gesture;

import org.saccade.simulators.random.CounterRandom;
import org.saccade.simulators.scene.Scene;

/** A subject before a still background. */
public final class GestureScene implements Scene {
  /** Distance of the camera, arm lengths. */
  private static final double CAMERA = 4;

  private static final double SWAY = 0.012;
  private static final int BLOBS = 4;
  private static final double FORE_GIRTH = 0.8;
  private static final double WRIST_GIRTH = 0.6;

  private final int width;
  private final int height;
  private final Performance performance;
  private final Subject subject;
  private final Painter painter;
  private final float[] background;
  private final double arm;
  private final double shirt;
  private final double sleeve;
  private final double skin;
  private final double[] sway = new double[4];

  /**
   * @param width columns, 16 to 4096
   * @param height rows, 16 to 4096
   * @param key of the background
   */
  public GestureScene(int width, int height, Performance performance, long key) {
    if (width < 16 || width > 4096 || height < 16 || height > 4096) {
      throw new IllegalArgumentException(
          "frame " + width + "x" + height + " must be between 16x16 and 4096x4096");
    }
    this.width = width;
    this.height = height;
    this.performance = performance;
    subject = performance.subject();
    painter = new Painter(width, height);
    arm = subject.armLength() * Math.min(width, height);
    shirt = luminance(subject.shirt());
    sleeve = luminance(subject.shirt() + subject.sleeve());
    skin = luminance(subject.skin());
    Draws d = new Draws(CounterRandom.key(key, 0));
    for (int i = 0; i < sway.length; i++) {
      sway[i] = i % 2 == 0 ? d.between(0.2, 0.6) : d.between(0, 2 * Math.PI);
    }
    background = background(d);
  }

  private double luminance(double contrast) {
    return Math.max(5, Math.min(250, subject.background() * StrictMath.exp(contrast)));
  }

  /** A slope of light and soft blobs, ±30 % at most. */
  private float[] background(Draws d) {
    double side = Math.min(width, height);
    double slopeX = d.between(-0.1, 0.1);
    double slopeY = d.between(-0.1, 0.1);
    double[][] blobs = new double[BLOBS][];
    for (int b = 0; b < BLOBS; b++) {
      blobs[b] =
          new double[] {
            d.between(0, width), d.between(0, height), d.between(0.1, 0.3) * side, d.between(-1, 1)
          };
    }
    float[] frame = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double share = slopeX * (2.0 * x / width - 1) + slopeY * (2.0 * y / height - 1);
        for (double[] blob : blobs) {
          double dx = (x + 0.5 - blob[0]) / blob[2];
          double dy = (y + 0.5 - blob[1]) / blob[2];
          double soft = Math.max(0, 1 - dx * dx - dy * dy);
          share += 0.15 * blob[3] * soft * soft;
        }
        share = Math.max(-0.3, Math.min(0.3, share));
        frame[y * width + x] = (float) (subject.background() * (1 + share));
      }
    }
    return frame;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** Column of a place, pixels from the left edge. */
  private double column(Place p) {
    return subject.centreX() * width + arm * p.x() * CAMERA / (CAMERA - p.z());
  }

  /** Row of a place, pixels from the top edge. */
  private double row(Place p) {
    return subject.shoulderY() * height + arm * p.y() * CAMERA / (CAMERA - p.z());
  }

  private double radius(double armLengths, Place p) {
    return armLengths * arm * CAMERA / (CAMERA - p.z());
  }

  /** By how much the whole body is out of its place. */
  private Place swayAt(long timeMicros) {
    double t = timeMicros * 2e-6 * Math.PI;
    return new Place(
        SWAY * StrictMath.sin(sway[0] * t + sway[1]),
        0.5 * SWAY * StrictMath.sin(sway[2] * t + sway[3]),
        0);
  }

  /**
   * Where a hand is seen: column and row, pixels from the left and the top edge.
   *
   * @param side -1: the right hand, at the left of the image; 1: the left hand
   */
  public double[] handAt(int side, long timeMicros) {
    return seen(performance.arm(side, timeMicros).hand(), timeMicros);
  }

  /** Where a shoulder is seen: column and row. */
  public double[] shoulderAt(int side, long timeMicros) {
    return seen(subject.shoulder(side), timeMicros);
  }

  private double[] seen(Place place, long timeMicros) {
    Place swayed = place.plus(swayAt(timeMicros));
    return new double[] {column(swayed), row(swayed)};
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    System.arraycopy(background, 0, frame, 0, frame.length);
    Place body = swayAt(timeMicros);
    double girth = subject.girth();
    double chest = 0.95 * subject.shoulders();
    limb(body.plus(0, 0.9 * chest, -0.1), chest, body.plus(0, 1.4, -0.1), chest, shirt, 0, frame);
    Place left = subject.shoulder(1).plus(body);
    limb(subject.shoulder(-1).plus(body), girth, left, girth, shirt, 0, frame);
    double head = subject.headRadius();
    Place face = body.plus(0, -0.22 - head, 0);
    limb(face, head, face.plus(0, 0.3 * head, 0), 0.85 * head, skin, 0, frame);
    Arm right = performance.arm(-1, timeMicros);
    Arm other = performance.arm(1, timeMicros);
    boolean rightFirst = right.hand().z() < other.hand().z();
    arm(rightFirst ? right : other, body, frame);
    arm(rightFirst ? other : right, body, frame);
  }

  private void arm(Arm a, Place body, float[] frame) {
    double girth = subject.girth();
    double folds = subject.folds();
    Place elbow = a.elbow().plus(body);
    Place hand = a.hand().plus(body);
    double fore = subject.shortSleeves() ? skin : sleeve;
    double foreFolds = subject.shortSleeves() ? 0 : folds;
    limb(a.shoulder().plus(body), girth, elbow, FORE_GIRTH * girth, sleeve, folds, frame);
    limb(elbow, FORE_GIRTH * girth, hand, WRIST_GIRTH * girth, fore, foreFolds, frame);
    limb(hand, subject.handRadius(), hand, subject.handRadius(), skin, 0, frame);
  }

  private void limb(
      Place from, double r0, Place to, double r1, double light, double folds, float[] frame) {
    painter.stroke(
        column(from),
        row(from),
        radius(r0, from),
        column(to),
        row(to),
        radius(r1, to),
        light,
        folds,
        0.2 * arm,
        frame);
  }
}

package org.saccade.training.data;

import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.batch.EventBatch;

/**
 * A window seen a little differently: turned, scaled along both axes, sheared and moved about the
 * crop's middle, by as much as is drawn uniformly within the bounds; columns mirrored never, since
 * digits and left and right hands are not their mirror images.
 *
 * <pre>
 *   (x, y) ← R(turn) · S(scaleX, scaleY, shear) · ((x, y) - middle) + middle + shift
 * </pre>
 *
 * Events that leave the crop are lost; coordinates are rounded to pixels, as a sensor does.
 *
 * @param turn largest turn, radians
 * @param scale largest natural logarithm of a scale
 * @param shear largest shear
 * @param shift largest shift, a part of the crop's width and height
 * @param drop largest part of the events that is left out
 * @param cut largest part of the window's time that is left out at its begin and end together
 */
public record Augmentation(
    double turn, double scale, double shear, double shift, double drop, double cut) {
  /** Nothing is changed. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0);

  public Augmentation {
    within("turn", turn, Math.PI);
    within("scale", scale, 2);
    within("shear", shear, 2);
    within("shift", shift, 1);
    within("drop", drop, 0.9);
    within("cut", cut, 0.9);
  }

  private static void within(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(name + "=" + value + " must be between 0 and " + most);
    }
  }

  /** All bounds times a factor. */
  public Augmentation times(double factor) {
    return new Augmentation(
        turn * factor, scale * factor, shear * factor, shift * factor, drop * factor, cut * factor);
  }

  /**
   * Changes a window.
   *
   * @param width of the crop, pixels
   * @param height of the crop, pixels
   * @param out takes the events; where fewer than {@code least} would be left, all as they are
   */
  public void apply(
      EventBatch window, int width, int height, int least, SplitMix random, EventBatch out) {
    out.clear();
    double angle = draw(turn, random);
    double sx = StrictMath.exp(draw(scale, random));
    double sy = StrictMath.exp(draw(scale, random));
    double skew = draw(shear, random);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double a = sx * cos;
    double b = sx * skew * cos - sy * sin;
    double c = sx * sin;
    double d = sx * skew * sin + sy * cos;
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    double toX = middleX + draw(shift, random) * width;
    double toY = middleY + draw(shift, random) * height;
    double kept = 1 - drop * random.nextDouble();
    long begin = window.t(0);
    double duration = window.t(window.size() - 1) - begin;
    double left = cut * random.nextDouble();
    double before = left * random.nextDouble();
    long from = begin + (long) (before * duration);
    long to = begin + (long) ((1 - left + before) * duration);
    for (int i = 0; i < window.size(); i++) {
      boolean keep = random.nextDouble() < kept;
      double x = window.x(i) - middleX;
      double y = window.y(i) - middleY;
      long column = Math.round(a * x + b * y + toX);
      long row = Math.round(c * x + d * y + toY);
      long t = window.t(i);
      if (keep
          && column >= 0
          && column < width
          && row >= 0
          && row < height
          && t >= from
          && t <= to) {
        out.add(t, (int) column, (int) row, window.p(i));
      }
    }
    if (out.size() < least) {
      out.clear();
      out.append(window, 0, window.size());
    }
  }

  private static double draw(double bound, SplitMix random) {
    return (2 * random.nextDouble() - 1) * bound;
  }
}

package org.saccade.benchmarks.vision;

import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.dvs.EventTimes;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.scene.BouncingBox;
import org.saccade.simulators.scene.DriftingDots;
import org.saccade.simulators.scene.Motion;
import org.saccade.simulators.scene.MovingBars;
import org.saccade.simulators.scene.MovingScene;
import org.saccade.simulators.scene.RotatingFan;
import org.saccade.simulators.scene.Scene;
import org.saccade.simulators.scene.Shades;

/** The scenes that are measured, and what is true of them. */
final class Scenes {
  static final double BOX_WIDTH = 40;
  static final double BOX_HEIGHT = 24;

  private static final int WIDTH = 240;
  private static final int HEIGHT = 180;
  private static final float BACKGROUND = 90;
  private static final Motion DOTS = new Motion(80, -50);
  private static final double DOT_RADIUS = 6;
  private static final int DOT_COUNT = 5;

  private Scenes() {}

  static Shades shades(double logContrast) {
    return Shades.apart(BACKGROUND, logContrast);
  }

  static EventSimulation simulation(Scene scene, long micros, long frameMicros) {
    PixelParameters pixels = PixelParameters.defaults().withTimes(EventTimes.INTERPOLATED);
    return EventSimulation.of(scene, pixels, micros, 1).withFrames(frameMicros);
  }

  /** Bars of 30 pixels, 80 pixels apart. */
  static MovingBars bars(double logContrast, double degrees, double speed) {
    return new MovingBars(
        WIDTH, HEIGHT, shades(logContrast), 80, 30, Math.toRadians(degrees), speed);
  }

  /** A fan of three straight blades; edges of blades lie along the radius. */
  static RotatingFan fan(double logContrast, double revolutionsPerSecond) {
    return new RotatingFan(
        HEIGHT, HEIGHT, shades(logContrast), 3, 0.5, 0, 20, 80, revolutionsPerSecond);
  }

  static BouncingBox box(double logContrast) {
    return new BouncingBox(
        WIDTH, HEIGHT, shades(logContrast), BOX_WIDTH, BOX_HEIGHT, new Motion(110, 70));
  }

  static DriftingDots dots(double logContrast) {
    return new DriftingDots(WIDTH, HEIGHT, shades(logContrast), DOT_COUNT, DOT_RADIUS, DOTS, 7);
  }

  /**
   * The motion of what is within two pixels of an event: normal flow, where motion is across edges.
   */
  static FlowAccuracy.Truth nearby(MovingScene scene) {
    return (t, x, y) -> {
      for (double r = 0; r <= 2; r += 0.5) {
        for (int k = 0; k < 8; k++) {
          double angle = k * Math.PI / 4;
          Motion m = scene.motionAt(t, x + r * Math.cos(angle), y + r * Math.sin(angle));
          if (m.speed() > 0) {
            return m;
          }
        }
      }
      return null;
    };
  }

  /** Normal flow at the sides of the box, where no corner is near. */
  static FlowAccuracy.Truth sides(BouncingBox box) {
    return (t, x, y) -> {
      double left = box.left(t);
      double top = box.top(t);
      Motion m = box.motionAt(t, left + BOX_WIDTH / 2, top + BOX_HEIGHT / 2);
      double dx = Math.min(Math.abs(x - left), Math.abs(x - left - BOX_WIDTH));
      double dy = Math.min(Math.abs(y - top), Math.abs(y - top - BOX_HEIGHT));
      if (dx < 2 && dy > 4) {
        return new Motion(m.x(), 0);
      }
      return dy < 2 && dx > 4 ? new Motion(0, m.y()) : null;
    };
  }

  /** The one box. */
  static TrackAccuracy.Things boxes(BouncingBox box) {
    return new TrackAccuracy.Things() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public long name(int k, long t) {
        return 0;
      }

      @Override
      public double x(int k, long t) {
        return box.left(t) + BOX_WIDTH / 2;
      }

      @Override
      public double y(int k, long t) {
        return box.top(t) + BOX_HEIGHT / 2;
      }
    };
  }

  /** The dots; one that came back in at the opposite side is another. */
  static TrackAccuracy.Things dots(DriftingDots dots) {
    return new TrackAccuracy.Things() {
      @Override
      public int count() {
        return DOT_COUNT;
      }

      @Override
      public long name(int k, long t) {
        double round = 2 * (DOT_RADIUS + 1);
        double movedX = x(k, t) - x(k, 0) - DOTS.x() * t * 1e-6;
        double movedY = y(k, t) - y(k, 0) - DOTS.y() * t * 1e-6;
        long aroundX = Math.round(movedX / (WIDTH + round));
        long aroundY = Math.round(movedY / (HEIGHT + round));
        return k + 1_000 * aroundX + 1_000_000 * aroundY;
      }

      @Override
      public double x(int k, long t) {
        return dots.centreX(k, t);
      }

      @Override
      public double y(int k, long t) {
        return dots.centreY(k, t);
      }
    };
  }
}

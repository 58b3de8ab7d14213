package org.saccade.simulators;

import java.util.List;
import org.saccade.simulators.dvs.EventTimes;
import org.saccade.simulators.dvs.NoiseParameters;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.scene.BouncingBox;
import org.saccade.simulators.scene.BrighterOf;
import org.saccade.simulators.scene.DriftingDots;
import org.saccade.simulators.scene.FlickeringLamp;
import org.saccade.simulators.scene.Hurried;
import org.saccade.simulators.scene.Motion;
import org.saccade.simulators.scene.MovingBars;
import org.saccade.simulators.scene.RotatingFan;
import org.saccade.simulators.scene.Shades;

/**
 * The cameras of the recordings that ship: small frames of common sensors, some ten thousand events
 * each, and clocks as far apart as those of real sensors, which start at power-on.
 */
public final class DemoCameras {
  private static final long MILLISECOND = 1_000;
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;

  /** Ten years of 365.25 days: more than the 32 and 34 bits of time of DAT and EVT2 hold. */
  private static final long TEN_YEARS = 3_652 * 24 * HOUR + 12 * HOUR;

  /** One second before the 24 bits of time of EVT3 wrap for the first time. */
  private static final long BEFORE_A_WRAP = (1L << 24) - SECOND;

  /** When they begin to hurry. */
  public static final long HURRY = 12 * SECOND + 10 * MILLISECOND;

  private DemoCameras() {}

  /** All of them; scenes are made anew by each call. */
  public static List<SimulatedCamera> all() {
    return List.of(bars(), fan(), dots(), lampAndBox(), burst(), change());
  }

  /** Bars at 30° on 320x240, 32 px/s; default pixels; the clock starts at 0. */
  public static SimulatedCamera bars() {
    Shades shades = Shades.apart(90, 0.36);
    return new SimulatedCamera(
        "bars",
        "bars that move at 30 degrees, 32 px/s",
        new EventSimulation(
            new MovingBars(320, 240, shades, 160, 60, Math.PI / 6, 32),
            PixelParameters.defaults().withTimes(EventTimes.INTERPOLATED),
            NoiseParameters.NONE,
            0,
            MILLISECOND,
            2 * SECOND,
            1));
  }

  /** A bent fan on 304x240, 0.4 turns a second, with hot pixels; one hour after power-on. */
  public static SimulatedCamera fan() {
    Shades shades = Shades.apart(60, 0.5);
    return new SimulatedCamera(
        "fan",
        "a fan of three bent blades, 0.4 turns a second",
        new EventSimulation(
            new RotatingFan(304, 240, shades, 3, 0.4, 0.01, 10, 60, 0.4),
            PixelParameters.defaults().withTimes(EventTimes.INTERPOLATED),
            NoiseParameters.hot(0.0002, 100),
            HOUR,
            MILLISECOND,
            2 * SECOND,
            2));
  }

  /** Dots on 128x128, noisy pixels; ten years after power-on. */
  public static SimulatedCamera dots() {
    Shades shades = Shades.apart(70, 1.0);
    return new SimulatedCamera(
        "dots",
        "dots that drift at (30, -20) px/s before noisy pixels",
        new EventSimulation(
            new DriftingDots(128, 128, shades, 10, 4, new Motion(30, -20), 3),
            PixelParameters.noisy()
                .withCutoff(100)
                .withShotNoise(0.5)
                .withTimes(EventTimes.INTERPOLATED),
            NoiseParameters.NONE,
            TEN_YEARS,
            MILLISECOND,
            2 * SECOND,
            3));
  }

  /** A lamp at 8 Hz and a bouncing box on 640x480; the 24-bit time of EVT3 wraps on the way. */
  public static SimulatedCamera lampAndBox() {
    return new SimulatedCamera(
        "lamp-box",
        "a lamp that flickers at 8 Hz and a box that bounces",
        new EventSimulation(
            new BrighterOf(
                new FlickeringLamp(640, 480, 60, 480, 130, 8, 8, 0.7),
                new BouncingBox(640, 480, Shades.apart(60, 0.5), 40, 24, new Motion(160, 100))),
            PixelParameters.defaults().withTimes(EventTimes.INTERPOLATED),
            NoiseParameters.NONE,
            BEFORE_A_WRAP,
            2 * MILLISECOND,
            2 * SECOND,
            4));
  }

  /** Dots on 64x48 that hurry for 30 ms at 12 s of 16. */
  public static SimulatedCamera burst() {
    return hurried("burst", "dots that hurry for 30 ms", 30 * MILLISECOND, 12, 5);
  }

  /** Dots on 64x48 that move half as fast again from 12 s of 16 on. */
  public static SimulatedCamera change() {
    return hurried("change", "dots that move faster from 12 s on", 4 * SECOND, 1.5, 6);
  }

  private static SimulatedCamera hurried(
      String name, String shows, long micros, double factor, long seed) {
    Shades shades = Shades.apart(60, 0.5);
    return new SimulatedCamera(
        name,
        shows,
        new EventSimulation(
            new Hurried(
                new DriftingDots(64, 48, shades, 40, 1.5, new Motion(13, 9), seed),
                HURRY,
                HURRY + micros,
                factor),
            PixelParameters.defaults().withTimes(EventTimes.INTERPOLATED),
            NoiseParameters.NONE,
            0,
            2 * MILLISECOND,
            16 * SECOND,
            seed));
  }
}

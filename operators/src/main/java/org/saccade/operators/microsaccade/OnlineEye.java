package org.saccade.operators.microsaccade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One eye on a stream: velocities, threshold and the run that is open.
 *
 * <p>A velocity needs two samples behind it, so what is decided lags two samples behind what came.
 * The threshold is renewed when a sixteenth of the window's velocities has come since; it is
 * carried over holes, blinks and sessions, because it is the person's and the tracker's, not the
 * trial's.
 */
final class OnlineEye {
  private static final int RENEW_SHARE = 16;
  private static final int MIN_RENEW = 16;

  private final int minDuration;

  private final double lambda;
  private final double rate;
  private final int warmUp;
  private final RunningDeviation x;
  private final RunningDeviation y;
  private final Run run = new Run();

  /** The last five positions of the stretch, the newest at 4. */
  private final double[] px = new double[5];

  private final double[] py = new double[5];
  private long stretch;
  private long sample;
  private int sinceRenewal;
  private double radiusX;
  private double radiusY;

  OnlineEye(OnlineParameters parameters, double rate, float[] scratch) {
    minDuration = parameters.detector().minDuration();
    lambda = parameters.detector().lambda();
    this.rate = rate;
    warmUp = parameters.warmUp(rate);
    x = new RunningDeviation(parameters.window(rate), scratch);
    y = new RunningDeviation(parameters.window(rate), scratch);
  }

  /** Whether the eye was seen at the last sample. */
  boolean seen() {
    return stretch > 0;
  }

  /** Whether there is a threshold. */
  boolean warm() {
    return radiusX > 0 && radiusY > 0;
  }

  Threshold threshold() {
    return warm() ? new Threshold(radiusX, radiusY) : Threshold.NONE;
  }

  RunningDeviation horizontal() {
    return x;
  }

  RunningDeviation vertical() {
    return y;
  }

  /** The last sample of which is decided whether it lies above the threshold. */
  long decided() {
    return seen() ? sample - 2 : sample;
  }

  /** First sample of the open run; {@link Long#MAX_VALUE} where none is open. */
  long openSince() {
    return run.isEmpty() ? Long.MAX_VALUE : run.onset();
  }

  /** Whether the open run has just become a microsaccade. */
  boolean justLongEnough() {
    return run.duration() == minDuration;
  }

  /** The open run as far as it is known. */
  EyeMovement sofar() {
    return run.movement();
  }

  /**
   * Takes the next sample.
   *
   * @param number of the sample
   * @param nx horizontal position, degrees; NaN: not seen
   * @param ny vertical position, degrees; NaN: not seen
   * @return a movement that is over, or null
   */
  EyeMovement push(long number, double nx, double ny) {
    if (!EyeVelocity.isPosition(nx) || !EyeVelocity.isPosition(ny)) {
      EyeMovement last = endStretch();
      sample = number;
      return last;
    }
    sample = number;
    for (int i = 0; i < 4; i++) {
      px[i] = px[i + 1];
      py[i] = py[i + 1];
    }
    px[4] = nx;
    py[4] = ny;
    stretch++;
    if (stretch >= 5) {
      double sixth = rate / 6;
      return velocity(
          2, sixth * (px[4] + px[3] - px[1] - px[0]), sixth * (py[4] + py[3] - py[1] - py[0]));
    }
    if (stretch == 3) {
      // The stretch's first velocity is 0, its second a difference of two samples.
      return velocity(2, 0, 0);
    }
    if (stretch == 4) {
      double half = rate / 2;
      return velocity(2, half * (px[3] - px[1]), half * (py[3] - py[1]));
    }
    return null;
  }

  /** Decides on the sample at place {@code at}, which is {@code 4 − at} before the newest. */
  private EyeMovement velocity(int at, double vx, double vy) {
    x.add(vx);
    y.add(vy);
    sinceRenewal++;
    int n = x.size();
    if (n >= warmUp && sinceRenewal >= Math.max(MIN_RENEW, n / RENEW_SHARE)) {
      radiusX = lambda * x.renew();
      radiusY = lambda * y.renew();
      sinceRenewal = 0;
    }
    double ax = vx / radiusX;
    double ay = vy / radiusY;
    if (ax * ax + ay * ay > 1 && warm()) {
      run.add(sample - (4 - at), px[at], py[at], vx, vy);
      return null;
    }
    return endRun();
  }

  private EyeMovement endRun() {
    EyeMovement movement = run.duration() >= minDuration ? run.movement() : null;
    run.clear();
    return movement;
  }

  /**
   * The samples that follow do not join: the last two velocities are what they are at an end.
   *
   * @return a movement that is over with it, or null
   */
  EyeMovement endStretch() {
    EyeMovement first = null;
    if (stretch >= 3) {
      double half = rate / 2;
      first = velocity(3, half * (px[4] - px[2]), half * (py[4] - py[2]));
      EyeMovement second = velocity(4, 0, 0);
      first = first == null ? second : first;
    }
    run.clear();
    stretch = 0;
    return first;
  }

  /** Forgets the eye's noise too. */
  void forget() {
    stretch = 0;
    run.clear();
    x.clear();
    y.clear();
    sinceRenewal = 0;
    radiusX = 0;
    radiusY = 0;
  }

  /** Writes all but the windows. */
  void write(DataOutput out) throws IOException {
    out.writeLong(stretch);
    out.writeLong(sample);
    out.writeInt(sinceRenewal);
    out.writeDouble(radiusX);
    out.writeDouble(radiusY);
    double[] numbers = new double[Run.NUMBERS];
    run.save(numbers, 0);
    for (double[] part : new double[][] {px, py, numbers}) {
      for (double number : part) {
        out.writeDouble(number);
      }
    }
    for (RunningDeviation d : new RunningDeviation[] {x, y}) {
      out.writeInt(d.next());
      out.writeInt(d.size());
      out.writeDouble(d.median());
      out.writeDouble(d.deviation());
    }
  }

  void read(DataInput in) throws IOException {
    stretch = in.readLong();
    sample = in.readLong();
    sinceRenewal = in.readInt();
    radiusX = in.readDouble();
    radiusY = in.readDouble();
    double[] numbers = new double[Run.NUMBERS];
    for (double[] part : new double[][] {px, py, numbers}) {
      for (int i = 0; i < part.length; i++) {
        part[i] = in.readDouble();
      }
    }
    run.restore(numbers, 0);
    for (RunningDeviation d : new RunningDeviation[] {x, y}) {
      d.restore(in.readInt(), in.readInt(), in.readDouble(), in.readDouble());
    }
  }
}

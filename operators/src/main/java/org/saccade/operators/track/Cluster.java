package org.saccade.operators.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A cluster: its filter, and what it gathered in the open window. It is worked on in place and used
 * again for another.
 */
final class Cluster {
  /** Standard deviation of the velocity of a new cluster, pixels a second. */
  private static final double FIRST_SPEED = 1000;

  /** How much of a window's spread goes into the spread of the last windows. */
  private static final double SPREAD_SHARE = 0.2;

  // The filter: state at time `at`, and its covariance, which both axes share.
  private double x;
  private double y;
  private double vx;
  private double vy;
  private long at;
  private double placeVariance;
  private double covariance;
  private double speedVariance;

  private double varianceX;
  private double varianceY;
  private long born;
  private long track;
  private int supported;
  private int unsupported;

  // Of the open window: its origin, and sums over its OFF and its ON events of what lies from
  // there.
  private double originX;
  private double originY;
  private final int[] events = new int[2];
  private final double[] sumX = new double[2];
  private final double[] sumY = new double[2];
  private final double[] sumT = new double[2];
  private double sumXX;
  private double sumYY;

  /** A new candidate at an event. */
  void begin(double eventX, double eventY, long t, long windowStart) {
    x = eventX;
    y = eventY;
    vx = 0;
    vy = 0;
    at = t;
    born = windowStart;
    track = 0;
    supported = 0;
    unsupported = 0;
    varianceX = 0;
    varianceY = 0;
    nextWindow();
  }

  /** The next window begins. */
  void nextWindow() {
    originX = x;
    originY = y;
    Arrays.fill(events, 0);
    Arrays.fill(sumX, 0);
    Arrays.fill(sumY, 0);
    Arrays.fill(sumT, 0);
    sumXX = 0;
    sumYY = 0;
  }

  /** Predicted place. */
  double xAt(long t) {
    return x + vx * ((t - at) * 1e-6);
  }

  double yAt(long t) {
    return y + vy * ((t - at) * 1e-6);
  }

  void add(double eventX, double eventY, long t, int polarity) {
    double dx = eventX - originX;
    double dy = eventY - originY;
    events[polarity]++;
    sumX[polarity] += dx;
    sumY[polarity] += dy;
    sumT[polarity] += t - at;
    sumXX += dx * dx;
    sumYY += dy * dy;
  }

  private int events() {
    return events[0] + events[1];
  }

  /** Mean of the means of both polarities; of all events where one polarity has few. */
  private double mean(double[] sum, TrackParameters p) {
    boolean both = 2 * Math.min(events[0], events[1]) >= p.leastEvents();
    return both ? (sum[0] / events[0] + sum[1] / events[1]) / 2 : (sum[0] + sum[1]) / events();
  }

  private double variance(double[] sum, double squares) {
    double mean = (sum[0] + sum[1]) / events();
    return squares / events() - mean * mean;
  }

  /** Takes the window's events as one measurement, if they are enough. */
  boolean measure(TrackParameters p) {
    if (events() < p.leastEvents()) {
      supported = 0;
      unsupported++;
      return false;
    }
    double meanX = mean(sumX, p);
    double meanY = mean(sumY, p);
    double noise = p.measurement() * p.measurement();
    // Where time went back the measurement counts as one of the filter's own time.
    long micros = Math.max(0, Math.round(mean(sumT, p)));
    boolean first = supported == 0 && !isTrack();
    if (first) {
      x = originX + meanX;
      y = originY + meanY;
      at += micros;
      placeVariance = noise;
      covariance = 0;
      speedVariance = FIRST_SPEED * FIRST_SPEED;
    } else {
      filter(originX + meanX, originY + meanY, micros, p.acceleration(), noise);
    }
    double windowX = variance(sumX, sumXX);
    double windowY = variance(sumY, sumYY);
    double share = first ? 1 : SPREAD_SHARE;
    varianceX += share * (windowX - varianceX);
    varianceY += share * (windowY - varianceY);
    supported++;
    unsupported = 0;
    return true;
  }

  /** Prediction over {@code micros}, then the update with a measured place. */
  private void filter(double mx, double my, long micros, double acceleration, double noise) {
    double dt = micros * 1e-6;
    double q = acceleration * acceleration * dt * dt;
    double pp = placeVariance + dt * (2 * covariance + dt * speedVariance) + q * dt * dt / 4;
    double pv = covariance + dt * speedVariance + q * dt / 2;
    double vv = speedVariance + q;
    double gain = pp / (pp + noise);
    double speedGain = pv / (pp + noise);
    double dx = mx - (x + vx * dt);
    double dy = my - (y + vy * dt);
    x = x + vx * dt + gain * dx;
    y = y + vy * dt + gain * dy;
    vx += speedGain * dx;
    vy += speedGain * dy;
    at += micros;
    placeVariance = (1 - gain) * pp;
    covariance = (1 - gain) * pv;
    speedVariance = vv - speedGain * pv;
  }

  boolean isTrack() {
    return track > 0;
  }

  void becomes(long number) {
    track = number;
  }

  int supported() {
    return supported;
  }

  int unsupported() {
    return unsupported;
  }

  TrackOutput output(TrackState state, long start, long end) {
    return new TrackOutput(
        start,
        end,
        track,
        state,
        born,
        xAt(end),
        yAt(end),
        vx,
        vy,
        Math.sqrt(Math.max(0, varianceX)),
        Math.sqrt(Math.max(0, varianceY)),
        events());
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(at);
    out.writeLong(born);
    out.writeLong(track);
    out.writeInt(supported);
    out.writeInt(unsupported);
    for (double d :
        new double[] {
          x,
          y,
          vx,
          vy,
          placeVariance,
          covariance,
          speedVariance,
          varianceX,
          varianceY,
          originX,
          originY,
          sumXX,
          sumYY
        }) {
      out.writeDouble(d);
    }
    for (int k = 0; k < 2; k++) {
      out.writeInt(events[k]);
      out.writeDouble(sumX[k]);
      out.writeDouble(sumY[k]);
      out.writeDouble(sumT[k]);
    }
  }

  void read(DataInput in) throws IOException {
    at = in.readLong();
    born = in.readLong();
    track = in.readLong();
    supported = in.readInt();
    unsupported = in.readInt();
    x = in.readDouble();
    y = in.readDouble();
    vx = in.readDouble();
    vy = in.readDouble();
    placeVariance = in.readDouble();
    covariance = in.readDouble();
    speedVariance = in.readDouble();
    varianceX = in.readDouble();
    varianceY = in.readDouble();
    originX = in.readDouble();
    originY = in.readDouble();
    sumXX = in.readDouble();
    sumYY = in.readDouble();
    for (int k = 0; k < 2; k++) {
      events[k] = in.readInt();
      sumX[k] = in.readDouble();
      sumY[k] = in.readDouble();
      sumT[k] = in.readDouble();
    }
  }
}

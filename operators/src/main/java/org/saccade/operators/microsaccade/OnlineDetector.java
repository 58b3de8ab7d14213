package org.saccade.operators.microsaccade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Microsaccades of two eyes on a stream, sample by sample, by thresholds over the last seconds.
 *
 * <p>Given equal thresholds it finds what {@link TrialDetector} and {@link Cluster} find. A
 * movement of one eye is decided three samples behind its end, one of both eyes at most five
 * samples behind the cluster's end: 6 and 10 ms at 500 Hz.
 */
public final class OnlineDetector {
  private final OnlineEye left;
  private final OnlineEye right;
  private final Cluster cluster = new Cluster();
  private final MovementSink sink;
  private long next;

  /**
   * @param rate samples a second, above 0
   */
  public OnlineDetector(OnlineParameters parameters, double rate, MovementSink sink) {
    if (!(rate > 0) || rate > 1e6) {
      throw new IllegalArgumentException("rate=" + rate + " must be above 0 and at most 1e6 Hz");
    }
    float[] scratch = new float[parameters.window(rate)];
    left = new OnlineEye(parameters, rate, scratch);
    right = new OnlineEye(parameters, rate, scratch);
    this.sink = sink;
  }

  /** Takes the next sample of both eyes, degrees; NaN: not seen. */
  public void push(double xl, double yl, double xr, double yr) {
    EyeMovement l = left.push(next, xl, yl);
    EyeMovement r = right.push(next, xr, yr);
    next++;
    took(l, r);
    if (left.openSince() != Long.MAX_VALUE && left.justLongEnough()) {
      sink.began(true, left.sofar());
    }
    if (right.openSince() != Long.MAX_VALUE && right.justLongEnough()) {
      sink.began(false, right.sofar());
    }
    if (!cluster.isEmpty()) {
      close(cluster.end() + 1);
    }
  }

  /** The earlier first: the other may join the cluster by it alone. */
  private void took(EyeMovement l, EyeMovement r) {
    if (l != null && (r == null || l.onset() <= r.onset())) {
      took(true, l);
      l = null;
    }
    if (r != null) {
      took(false, r);
    }
    if (l != null) {
      took(true, l);
    }
  }

  private void took(boolean isLeft, EyeMovement movement) {
    sink.eye(isLeft, movement, !(isLeft ? right : left).seen());
    if (!cluster.isEmpty() && !joins(movement)) {
      send();
    }
    if (isLeft) {
      cluster.addLeft(movement);
    } else {
      cluster.addRight(movement);
    }
  }

  /** By itself, or by an open run that reaches from the cluster to it. */
  private boolean joins(EyeMovement movement) {
    long reach = cluster.end() + 1;
    return movement.onset() <= reach || left.openSince() <= reach || right.openSince() <= reach;
  }

  /** Sends the cluster if nothing that begins up to a sample can join it any more. */
  private void close(long reach) {
    if (left.decided() >= reach
        && right.decided() >= reach
        && left.openSince() > reach
        && right.openSince() > reach) {
      send();
    }
  }

  private void send() {
    if (cluster.left() != null && cluster.right() != null) {
      sink.both(new BinocularMovement(cluster.left(), cluster.right()), cluster.end());
    }
    cluster.clear();
  }

  /**
   * So many samples are missing before the next: the stretches of both eyes end.
   *
   * @param missing at least 0; 0: only the join is missing
   */
  public void gap(long missing) {
    took(left.endStretch(), right.endStretch());
    send();
    next += missing;
  }

  /** The trial is over; the next sample is number 0 of another. Thresholds stay. */
  public void finish() {
    gap(0);
    next = 0;
  }

  /** Forgets thresholds too: another person, another tracker. */
  public void forget() {
    left.forget();
    right.forget();
    cluster.clear();
    next = 0;
  }

  /** Number of the next sample. */
  public long next() {
    return next;
  }

  /** Of the left eye now; {@link Threshold#NONE} before there is one. */
  public Threshold leftThreshold() {
    return left.threshold();
  }

  /** Of the right eye now. */
  public Threshold rightThreshold() {
    return right.threshold();
  }

  /** Memory of the windows, bytes. */
  public long bytes() {
    return 4L * 5 * left.horizontal().window() + 4096;
  }

  /** Writes all state: what is open, and the velocities of the windows. */
  public void save(DataOutput out) throws IOException {
    write(out);
    for (OnlineEye eye : new OnlineEye[] {left, right}) {
      eye.horizontal().save(out);
      eye.vertical().save(out);
    }
  }

  /** Goes on from what {@link #save} wrote, of a detector with the same parameters and rate. */
  public void load(DataInput in) throws IOException {
    read(in);
    for (OnlineEye eye : new OnlineEye[] {left, right}) {
      eye.horizontal().load(in);
      eye.vertical().load(in);
    }
  }

  /** Writes all but the windows. */
  private void write(DataOutput out) throws IOException {
    out.writeLong(next);
    left.write(out);
    right.write(out);
    out.writeLong(cluster.end());
    write(out, cluster.left());
    write(out, cluster.right());
  }

  private void read(DataInput in) throws IOException {
    next = in.readLong();
    left.read(in);
    right.read(in);
    long end = in.readLong();
    EyeMovement l = movement(in);
    cluster.restore(l, movement(in), end);
  }

  private static void write(DataOutput out, EyeMovement m) throws IOException {
    out.writeBoolean(m != null);
    if (m != null) {
      out.writeLong(m.onset());
      out.writeLong(m.end());
      for (double d :
          new double[] {m.peakVelocity(), m.dx(), m.dy(), m.amplitudeX(), m.amplitudeY()}) {
        out.writeDouble(d);
      }
    }
  }

  private static EyeMovement movement(DataInput in) throws IOException {
    return in.readBoolean()
        ? new EyeMovement(
            in.readLong(),
            in.readLong(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble())
        : null;
  }
}

package org.saccade.operators.gaze;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.samples.StageOutput;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;

/**
 * What becomes of one eye: blinks, a lost or closed eye, positions and velocities that no eye has.
 */
final class EyeWatch {
  /** Shorter is a dropped sample, longer a blink; from {@link #LOST_SECONDS} on the eye is lost. */
  private static final double BLINK_SECONDS = 0.020;

  private static final double LOST_SECONDS = 1;

  /** No eye turns further, degrees. */
  private static final double MAX_DEGREES = 90;

  /** No eye turns faster, deg/s. */
  private static final double MAX_VELOCITY = 1000;

  private final String name;
  private final int eye;
  private long missingSince = -1;
  private boolean lost;
  private long losses;
  private boolean farTold;
  private boolean fastTold;

  EyeWatch(String name, int eye) {
    this.name = name;
    this.eye = eye;
  }

  void open() {
    missingSince = -1;
    lost = false;
    farTold = false;
    fastTold = false;
  }

  /** Two intervals never share a number: even ones are the left eye's, odd ones the right one's. */
  private long number() {
    return 2 * losses + eye;
  }

  void sample(long sample, double x, double y, double rate, StageOutput<?> out) {
    boolean seen = Double.isFinite(x) && Double.isFinite(y);
    if (!seen) {
      missingSince = missingSince < 0 ? sample : missingSince;
      if (!lost && sample - missingSince + 1 >= LOST_SECONDS * rate) {
        lost = true;
        out.interval(
            HealthKind.TRACK_LOST,
            HealthState.OPEN,
            number(),
            missingSince,
            sample - missingSince + 1,
            "the " + name + " is closed or lost");
      }
      return;
    }
    if (missingSince >= 0) {
      found(sample, rate, out);
    }
    if (!farTold && (Math.abs(x) > MAX_DEGREES || Math.abs(y) > MAX_DEGREES)) {
      farTold = true;
      out.health(
          HealthKind.NOISY,
          sample,
          1,
          "the " + name + " looks beyond 90 degrees: are its positions pixels?");
    }
  }

  private void found(long sample, double rate, StageOutput<?> out) {
    long missing = sample - missingSince;
    if (lost) {
      close(missing, "the " + name + " is seen again", out);
    } else if (missing >= BLINK_SECONDS * rate) {
      out.health(
          HealthKind.BLINK,
          missingSince,
          missing,
          "blink of the " + name + ", " + Math.round(1e3 * missing / rate) + " ms");
    }
    missingSince = -1;
  }

  private void close(long missing, String detail, StageOutput<?> out) {
    out.interval(
        HealthKind.TRACK_LOST, HealthState.CLOSED, number(), missingSince, missing, detail);
    lost = false;
    losses++;
  }

  void velocity(long sample, double peak, StageOutput<?> out) {
    if (!fastTold && peak > MAX_VELOCITY) {
      fastTold = true;
      out.health(
          HealthKind.NOISY,
          sample,
          1,
          "the "
              + name
              + " moves at "
              + Math.round(peak)
              + " deg/s, faster than any eye: are its positions pixels, or is its rate wrong?");
    }
  }

  void end(long next, StageOutput<?> out) {
    if (lost) {
      close(next - missingSince, "the session ends", out);
    }
    missingSince = -1;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(missingSince);
    out.writeBoolean(lost);
    out.writeLong(losses);
    out.writeBoolean(farTold);
    out.writeBoolean(fastTold);
  }

  void read(DataInput in) throws IOException {
    missingSince = in.readLong();
    lost = in.readBoolean();
    losses = in.readLong();
    farTold = in.readBoolean();
    fastTold = in.readBoolean();
  }
}

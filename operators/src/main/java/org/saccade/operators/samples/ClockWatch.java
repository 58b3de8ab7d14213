package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.schemas.packet.SampleRate;

/**
 * How a stream's clock goes against the numbers of its samples.
 *
 * <pre>
 *   off_k   = time of packet k − time that its first sample has by the nominal rate
 *   jump    |off_k| ≥ max(50 ms, a fifth of the packet): a point, and left out of what follows
 *   d       = Σ off_k
 *   RATE         |d(t) − d(t − 1 s)| ≥ 30 ms          over below half of that
 *   CLOCK_DRIFT  |d(t) − d(t − 60 s)| ≥ 12 ms (200 ppm), while RATE is not open; the same
 * </pre>
 *
 * <p>t is counted in samples; d is looked at once a second.
 */
final class ClockWatch {
  private static final long JUMP_MICROS = 50_000;
  private static final int PART_OF_A_PACKET = 5;
  private static final long RATE_MICROS = 30_000;
  private static final long DRIFT_MICROS = 12_000;
  private static final int SECONDS = 60;

  /** Takes what begins and ends. */
  interface Sink {
    /** The clock jumped by so much where no sample is missing. */
    void jumped(long micros);

    /**
     * The rate is another than the nominal one, or the clock drifts.
     *
     * @param rate whether it is the rate
     * @param opens whether it begins or ends
     * @param secondsBack how long ago it began to count
     * @param partsPerMillion by how much time is longer than the samples say; of what opens
     */
    void off(boolean rate, boolean opens, long secondsBack, double partsPerMillion);
  }

  private final long[] history = new long[SECONDS + 1];
  private long sum;
  private long second;
  private boolean rateOpen;
  private boolean driftOpen;

  /**
   * A packet.
   *
   * @param samples of the session before it, missing ones too
   * @param off how far its time is from where its samples are, microseconds
   * @param length of the packet, microseconds
   */
  void packet(long samples, long off, long length, SampleRate rate, Sink sink) {
    boolean jump = Math.abs(off) >= Math.max(JUMP_MICROS, length / PART_OF_A_PACKET);
    if (jump) {
      sink.jumped(off);
    } else {
      sum += off;
    }
    long now = (long) (samples / rate.hz());
    if (now > second) {
      for (long s = Math.max(second + 1, now - SECONDS); s <= now; s++) {
        history[(int) (s % history.length)] = sum;
      }
      second = now;
      judge(sink);
    }
  }

  private void judge(Sink sink) {
    long last = sum - history[(int) (Math.max(0, second - 1) % history.length)];
    boolean rateOff = Math.abs(last) >= (rateOpen ? RATE_MICROS / 2 : RATE_MICROS);
    if (rateOff != rateOpen) {
      rateOpen = rateOff;
      sink.off(true, rateOff, Math.min(second, 1), last);
      if (!rateOff) {
        // What the rate did is no drift.
        Arrays.fill(history, sum);
      }
    }
    if (second < SECONDS || rateOpen && !driftOpen) {
      return;
    }
    long minute = sum - history[(int) ((second - SECONDS) % history.length)];
    boolean drifts = Math.abs(minute) >= (driftOpen ? DRIFT_MICROS / 2 : DRIFT_MICROS);
    if (drifts != driftOpen) {
      driftOpen = drifts;
      sink.off(false, drifts, SECONDS, minute / (double) SECONDS);
    }
  }

  /** Begins anew: samples are counted from 0. */
  void clear() {
    Arrays.fill(history, 0);
    sum = 0;
    second = 0;
    rateOpen = false;
    driftOpen = false;
  }

  void write(DataOutput out) throws IOException {
    for (long h : history) {
      out.writeLong(h);
    }
    out.writeLong(sum);
    out.writeLong(second);
    out.writeBoolean(rateOpen);
    out.writeBoolean(driftOpen);
  }

  void read(DataInput in) throws IOException {
    for (int i = 0; i < history.length; i++) {
      history[i] = in.readLong();
    }
    sum = in.readLong();
    second = in.readLong();
    rateOpen = in.readBoolean();
    driftOpen = in.readBoolean();
  }
}

package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.saccade.operators.paged.Fields;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Which sample has which time, of the open session and of those before: for markers that come late.
 * The last {@value #REMEMBERED} joins are remembered: a session's begin, and every packet behind
 * which time had to be counted anew.
 */
final class SampleTimes extends Fields {
  static final int REMEMBERED = 64;

  private static final long FARTHEST = 1L << 40;

  private final ArrayDeque<Join> lastToFirst = new ArrayDeque<>();

  SampleTimes() {
    super("times of samples", 1);
  }

  /** From a sample on, time is counted by the rate. */
  private record Join(String session, long opening, long sample, long micros, SampleRate rate) {
    long micros(long of) {
      return micros + rate.micros(of - sample);
    }
  }

  void join(String session, long opening, long sample, long micros, SampleRate rate) {
    lastToFirst.addFirst(new Join(session, opening, sample, micros, rate));
    if (lastToFirst.size() > REMEMBERED) {
      lastToFirst.removeLast();
    }
    changed();
  }

  /** A marker among the samples of its session; null where that is not remembered. */
  SampleMarker place(StreamMarker marker) {
    Join after = null;
    Join first = null;
    for (Join join : lastToFirst) {
      if (join.session.equals(marker.session())) {
        if (join.micros <= marker.time()) {
          return place(marker, join, after);
        }
        first = join;
        after = join;
      }
    }
    return first == null ? null : place(marker, first, null);
  }

  private static SampleMarker place(StreamMarker marker, Join join, Join after) {
    long micros = marker.time() - join.micros;
    long n = Math.max(-FARTHEST, Math.min(FARTHEST, join.rate.samples(micros)));
    while (n > -FARTHEST && join.rate.micros(n) > micros) {
      n--;
    }
    while (n < FARTHEST && join.rate.micros(n + 1) <= micros) {
      n++;
    }
    long sample = join.sample + n;
    if (after != null && after.opening == join.opening && sample >= after.sample) {
      // Between the last sample before a hole and the first behind it.
      return new SampleMarker(join.opening, after.sample - 1, false, marker);
    }
    return new SampleMarker(join.opening, sample, join.rate.micros(n) == micros, marker);
  }

  /** Sensor time of a sample; of one before the first join that is remembered, counted back. */
  long micros(long opening, long sample) {
    Join best = null;
    Iterator<Join> joins = lastToFirst.iterator();
    while (joins.hasNext()) {
      Join join = joins.next();
      if (join.opening == opening) {
        best = join;
        if (join.sample <= sample) {
          break;
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("opening " + opening + " is not remembered");
    }
    return best.micros(sample);
  }

  @Override
  protected void write(DataOutput out) throws IOException {
    out.writeInt(lastToFirst.size());
    for (Join join : lastToFirst) {
      out.writeUTF(join.session);
      out.writeLong(join.opening);
      out.writeLong(join.sample);
      out.writeLong(join.micros);
      out.writeLong(join.rate.numerator());
      out.writeLong(join.rate.denominator());
    }
  }

  @Override
  protected void read(DataInput in) throws IOException {
    lastToFirst.clear();
    for (int n = in.readInt(); n > 0; n--) {
      lastToFirst.addLast(
          new Join(
              in.readUTF(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              new SampleRate(in.readLong(), in.readLong())));
    }
  }
}

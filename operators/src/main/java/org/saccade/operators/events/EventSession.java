package org.saccade.operators.events;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.EventGuard;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** What is known and counted of the session that a stream is in. */
final class EventSession {
  private static final Violation[] KINDS = Violation.values();

  final int width;
  final int height;
  final long firstTime;
  final ViolationCounts violations = new ViolationCounts();
  private EventGuard guard;
  long eventsIn;
  long eventsKept;
  long deadLetters;
  long features;

  EventSession(int width, int height, long firstTime) {
    this.width = width;
    this.height = height;
    this.firstTime = firstTime;
    resetClock();
  }

  EventGuard guard() {
    return guard;
  }

  /** Times before now are no longer compared with. */
  void resetClock() {
    guard = new EventGuard(width, height, BackwardTime.PASS, OutOfFrame.DROP);
  }

  /** The text of the session's summary: {@code key=value} pairs. */
  String summary(SessionCounts counts, String endedBy) {
    StringBuilder s = new StringBuilder(200);
    s.append("packets=").append(counts.accepted());
    s.append(" events_in=").append(eventsIn);
    s.append(" events_kept=").append(eventsKept);
    s.append(" gaps=").append(counts.gaps());
    s.append(" missing=").append(counts.missing());
    s.append(" duplicates=").append(counts.duplicates());
    s.append(" late=").append(counts.late());
    s.append(" reordered=").append(counts.reordered());
    s.append(" dead_letters=").append(deadLetters);
    s.append(" features=").append(features);
    s.append(" violations=").append(violations.total());
    for (Violation kind : KINDS) {
      if (violations.get(kind) > 0) {
        s.append(' ').append(kind.name().toLowerCase(Locale.ROOT)).append('=');
        s.append(violations.get(kind));
      }
    }
    return s.append(" ended_by=").append(endedBy).toString();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(width);
    out.writeInt(height);
    out.writeLong(firstTime);
    out.writeLong(guard.latest());
    out.writeLong(eventsIn);
    out.writeLong(eventsKept);
    out.writeLong(deadLetters);
    out.writeLong(features);
    out.writeInt(KINDS.length);
    for (Violation kind : KINDS) {
      out.writeUTF(kind.name());
      out.writeLong(violations.get(kind));
    }
  }

  static EventSession read(DataInput in) throws IOException {
    EventSession s = new EventSession(in.readInt(), in.readInt(), in.readLong());
    s.guard.latest(in.readLong());
    s.eventsIn = in.readLong();
    s.eventsKept = in.readLong();
    s.deadLetters = in.readLong();
    s.features = in.readLong();
    int kinds = in.readInt();
    for (int i = 0; i < kinds; i++) {
      s.violations.add(Violation.valueOf(in.readUTF()), in.readLong());
    }
    return s;
  }
}

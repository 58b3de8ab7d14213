package org.saccade.operators.events;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

  /** Records made of what stages put out, by the name of their row. */
  final TreeMap<String, Long> made = new TreeMap<>();

  /** Events that stages dropped, by the name of the stage. */
  final TreeMap<String, Long> dropped = new TreeMap<>();

  final OpenConditions conditions = new OpenConditions();
  private EventGuard guard;
  long eventsIn;
  long eventsKept;
  long deadLetters;

  EventSession(int width, int height, long firstTime) {
    this.width = width;
    this.height = height;
    this.firstTime = firstTime;
    made.put(KeyedEventOperator.FEATURES.getId(), 0L);
    resetClock();
  }

  EventGuard guard() {
    return guard;
  }

  /** Times before now are no longer compared with. */
  void resetClock() {
    guard = new EventGuard(width, height, BackwardTime.PASS, OutOfFrame.DROP);
  }

  /** Number of the next record of a row in the session, from 0. */
  long takeOrdinal(String row) {
    return made.merge(row, 1L, Long::sum) - 1;
  }

  /** The text of the session's summary: {@code key=value} pairs. */
  String summary(SessionCounts counts, String endedBy) {
    StringBuilder s = new StringBuilder(200);
    s.append("packets=").append(counts.accepted());
    s.append(" events_in=").append(eventsIn);
    s.append(" events_kept=").append(eventsKept);
    dropped.forEach(
        (stage, n) -> s.append(" dropped_by_").append(word(stage)).append('=').append(n));
    s.append(" gaps=").append(counts.gaps());
    s.append(" missing=").append(counts.missing());
    s.append(" duplicates=").append(counts.duplicates());
    s.append(" late=").append(counts.late());
    s.append(" reordered=").append(counts.reordered());
    s.append(" dead_letters=").append(deadLetters);
    made.forEach((row, n) -> s.append(' ').append(word(row)).append('=').append(n));
    s.append(" violations=").append(violations.total());
    for (Violation kind : KINDS) {
      if (violations.get(kind) > 0) {
        s.append(' ').append(kind.name().toLowerCase(Locale.ROOT)).append('=');
        s.append(violations.get(kind));
      }
    }
    return s.append(" ended_by=").append(endedBy).toString();
  }

  private static String word(String name) {
    return name.replace('-', '_');
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(width);
    out.writeInt(height);
    out.writeLong(firstTime);
    out.writeLong(guard.latest());
    out.writeLong(eventsIn);
    out.writeLong(eventsKept);
    out.writeLong(deadLetters);
    writeCounts(made, out);
    writeCounts(dropped, out);
    conditions.write(out);
    out.writeInt(KINDS.length);
    for (Violation kind : KINDS) {
      out.writeUTF(kind.name());
      out.writeLong(violations.get(kind));
    }
  }

  /**
   * @param version of the page: 2 had a number of features and none of what stages dropped
   */
  static EventSession read(DataInput in, int version) throws IOException {
    EventSession s = new EventSession(in.readInt(), in.readInt(), in.readLong());
    s.guard.latest(in.readLong());
    s.eventsIn = in.readLong();
    s.eventsKept = in.readLong();
    s.deadLetters = in.readLong();
    if (version >= 3) {
      readCounts(s.made, in);
      readCounts(s.dropped, in);
      s.conditions.read(in);
    } else {
      s.made.put(KeyedEventOperator.FEATURES.getId(), in.readLong());
    }
    int kinds = in.readInt();
    for (int i = 0; i < kinds; i++) {
      String name = in.readUTF();
      long count = in.readLong();
      // An earlier release may have known kinds that there are no more: nothing counted them.
      Arrays.stream(KINDS)
          .filter(kind -> kind.name().equals(name))
          .forEach(kind -> s.violations.add(kind, count));
    }
    return s;
  }

  private static void writeCounts(Map<String, Long> counts, DataOutput out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.writeUTF(count.getKey());
      out.writeLong(count.getValue());
    }
  }

  private static void readCounts(Map<String, Long> counts, DataInput in) throws IOException {
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      counts.put(in.readUTF(), in.readLong());
    }
  }
}

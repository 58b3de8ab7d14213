package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeMap;
import org.saccade.schemas.packet.PacketHeader;

/** The session that a stream is in: what is expected, what waits, what was missing. */
final class Session<P extends PacketHeader> {
  final String name;
  final TreeMap<Long, P> waiting = new TreeMap<>();
  final Gaps gaps = new Gaps();
  long expected;
  long highest = -1;
  long lastEnd;
  long ordinal;
  boolean opened;
  long accepted;
  long gapCount;
  long missing;
  long duplicates;
  long late;
  long reordered;

  Session(String name) {
    this.name = name;
  }

  SessionCounts counts() {
    return new SessionCounts(accepted, gapCount, missing, duplicates, late, reordered);
  }

  /** Whether the waiting packets are more, or further apart, than the bounds allow. */
  boolean exceeds(SequenceBounds bounds) {
    if (waiting.isEmpty()) {
      return false;
    }
    if (waiting.size() > bounds.packets()) {
      return true;
    }
    long first = waiting.firstEntry().getValue().timeBase();
    long latest = first;
    for (P packet : waiting.values()) {
      latest = Math.max(latest, packet.timeBase());
    }
    return latest - first > bounds.micros();
  }

  void write(DataOutput out, PacketForm<P> form) throws IOException {
    out.writeUTF(name);
    for (long value :
        new long[] {
          expected,
          highest,
          lastEnd,
          ordinal,
          opened ? 1 : 0,
          accepted,
          gapCount,
          missing,
          duplicates,
          late,
          reordered
        }) {
      out.writeLong(value);
    }
    gaps.write(out);
    out.writeInt(waiting.size());
    for (P packet : waiting.values()) {
      form.write(packet, out);
    }
  }

  static <P extends PacketHeader> Session<P> read(DataInput in, PacketForm<P> form, int version)
      throws IOException {
    Session<P> s = new Session<>(in.readUTF());
    s.expected = in.readLong();
    s.highest = in.readLong();
    s.lastEnd = in.readLong();
    s.ordinal = in.readLong();
    s.opened = in.readLong() == 1;
    s.accepted = in.readLong();
    s.gapCount = in.readLong();
    s.missing = in.readLong();
    s.duplicates = in.readLong();
    s.late = in.readLong();
    s.reordered = in.readLong();
    if (version >= 2) {
      s.gaps.read(in);
    } else {
      s.gaps.forgetBelow(s.expected);
    }
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      P packet = form.read(in);
      s.waiting.put(packet.sequence(), packet);
    }
    return s;
  }
}

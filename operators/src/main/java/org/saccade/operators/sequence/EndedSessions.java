package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the last sessions that ended, each with the next ordinal of what is told of it. */
final class EndedSessions {
  static final int REMEMBERED = 16;

  private final LinkedHashMap<String, Long> nextOrdinal = new LinkedHashMap<>();

  void add(String session, long ordinal) {
    nextOrdinal.put(session, ordinal);
    if (nextOrdinal.size() > REMEMBERED) {
      nextOrdinal.remove(nextOrdinal.keySet().iterator().next());
    }
  }

  boolean contains(String session) {
    return nextOrdinal.containsKey(session);
  }

  long takeOrdinal(String session) {
    return nextOrdinal.merge(session, 1L, Long::sum) - 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(nextOrdinal.size());
    for (Map.Entry<String, Long> e : nextOrdinal.entrySet()) {
      out.writeUTF(e.getKey());
      out.writeLong(e.getValue());
    }
  }

  void read(DataInput in) throws IOException {
    nextOrdinal.clear();
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      nextOrdinal.put(in.readUTF(), in.readLong());
    }
  }
}

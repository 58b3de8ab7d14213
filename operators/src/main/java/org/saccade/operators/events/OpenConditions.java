package org.saccade.operators.events;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.saccade.operators.stage.Condition;

/**
 * The conditions of a session that have been told open and not yet closed, with what their ids were
 * made of: the record that closes one has the id of the one that opened it.
 */
final class OpenConditions {
  /**
   * @param stage number of the stage that told it
   */
  record Key(int stage, Condition.Kind kind) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return stage == other.stage
          ? kind.compareTo(other.kind)
          : Integer.compare(stage, other.stage);
    }
  }

  /**
   * @param start sensor time at which it opened
   * @param ordinal number of its record among the session's health records
   */
  record Open(long start, long ordinal) {}

  private final TreeMap<Key, Open> open = new TreeMap<>();

  void open(Key key, Open condition) {
    if (open.put(key, condition) != null) {
      throw new IllegalStateException(key + " opens while it is open");
    }
  }

  /** What opened it; it is open no more. */
  Open close(Key key) {
    Open condition = open.remove(key);
    if (condition == null) {
      throw new IllegalStateException(key + " closes but is not open");
    }
    return condition;
  }

  /** Those that stand open, in the order of their stages. */
  List<Key> left() {
    return new ArrayList<>(open.keySet());
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(open.size());
    for (var e : open.entrySet()) {
      out.writeInt(e.getKey().stage);
      out.writeUTF(e.getKey().kind.name());
      out.writeLong(e.getValue().start);
      out.writeLong(e.getValue().ordinal);
    }
  }

  void read(DataInput in) throws IOException {
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      Key key = new Key(in.readInt(), Condition.Kind.valueOf(in.readUTF()));
      open.put(key, new Open(in.readLong(), in.readLong()));
    }
  }
}

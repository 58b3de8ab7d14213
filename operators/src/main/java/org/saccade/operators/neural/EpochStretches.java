package org.saccade.operators.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the samples of each opening of the stage lie among all that epochs are cut of. The last
 * {@value #REMEMBERED} are remembered.
 */
final class EpochStretches {
  static final int REMEMBERED = 64;

  private final TreeMap<Long, Stretch> all = new TreeMap<>();

  /**
   * Of one opening.
   *
   * @param base number in the session of its first recorded sample
   * @param from number of its first cleaned sample among all
   * @param to number behind its last
   */
  record Stretch(long base, long from, long to) {}

  /** Of an opening; null: it is not remembered. */
  Stretch of(long opening) {
    return all.get(opening);
  }

  void put(long opening, Stretch stretch) {
    all.put(opening, stretch);
    if (all.size() > REMEMBERED) {
      all.pollFirstEntry();
    }
  }

  void clear() {
    all.clear();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(all.size());
    for (Map.Entry<Long, Stretch> entry : all.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue().base());
      out.writeLong(entry.getValue().from());
      out.writeLong(entry.getValue().to());
    }
  }

  void read(DataInput in) throws IOException {
    all.clear();
    for (int n = in.readInt(); n > 0; n--) {
      all.put(in.readLong(), new Stretch(in.readLong(), in.readLong(), in.readLong()));
    }
  }
}

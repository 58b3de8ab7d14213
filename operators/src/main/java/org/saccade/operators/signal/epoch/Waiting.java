package org.saccade.operators.signal.epoch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.saccade.operators.paged.Fields;

/** Markers that wait, in the order of their samples; those of one sample in that of their names. */
final class Waiting extends Fields {
  private static final Comparator<Marker> ORDER =
      Comparator.comparingLong(Marker::sample).thenComparing(Marker::name);

  private final List<Marker> lastToFirst = new ArrayList<>();

  Waiting() {
    super("waiting markers", 1);
  }

  boolean isEmpty() {
    return lastToFirst.isEmpty();
  }

  int size() {
    return lastToFirst.size();
  }

  Marker first() {
    return lastToFirst.get(lastToFirst.size() - 1);
  }

  void add(Marker marker) {
    int at = Collections.binarySearch(lastToFirst, marker, ORDER.reversed());
    lastToFirst.add(at < 0 ? -at - 1 : at, marker);
    changed();
  }

  /** Takes the first away. */
  Marker take() {
    Marker first = lastToFirst.remove(lastToFirst.size() - 1);
    if (isEmpty()) {
      forgotten();
    } else {
      changed();
    }
    return first;
  }

  void clear() {
    lastToFirst.clear();
    forgotten();
  }

  @Override
  protected void write(DataOutput out) throws IOException {
    out.writeInt(lastToFirst.size());
    for (Marker marker : lastToFirst) {
      out.writeUTF(marker.name());
      out.writeLong(marker.sample());
    }
  }

  @Override
  protected void read(DataInput in) throws IOException {
    lastToFirst.clear();
    for (int n = in.readInt(); n > 0; n--) {
      lastToFirst.add(new Marker(in.readUTF(), in.readLong()));
    }
  }
}

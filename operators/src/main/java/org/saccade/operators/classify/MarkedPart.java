package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.schemas.packet.StreamMarker;

/** What lies between a marker and the next: the events from the marker's time on. */
final class MarkedPart {
  private final EventRing ring;
  private StreamMarker opening;
  private long from;

  MarkedPart(EventRing ring) {
    this.ring = ring;
  }

  /** A session begins, with no marker yet. */
  void open() {
    opening = null;
    from = 0;
  }

  /** The marker with which the open part began; null: none has. */
  StreamMarker opening() {
    return opening;
  }

  /** Number in the ring of the part's first event. */
  long from() {
    return from;
  }

  /** Begins a part; what lies before it is needed no more. */
  void begin(StreamMarker marker) {
    opening = marker;
    from = Math.max(from, ring.tail());
    while (from < ring.head() && ring.t(from) < marker.time()) {
      from++;
    }
    ring.release(from);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(from);
    out.writeBoolean(opening != null);
    if (opening != null) {
      opening.write(out);
    }
  }

  void read(DataInput in) throws IOException {
    from = in.readLong();
    opening = in.readBoolean() ? StreamMarker.read(in) : null;
  }
}

package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.spikepoint.CropView;
import org.saccade.operators.spikepoint.LoneEvents;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.schemas.batch.EventBatch;

/**
 * Cuts the events of one session into windows, as a model's preprocessing says. Times never go
 * back: an event from before the latest counts as of the same moment.
 */
final class EventWindows {
  /** Told of windows. */
  interface Sink {
    /**
     * A window is due. The sink may ask for the window's {@link #events} and {@link #use} another
     * preprocessing, which then holds for this window and those that follow.
     */
    void due(long start, long end);

    /** Between these times there was no event. */
    void empty(long start, long end);
  }

  private final EventRing ring;
  private final Sink sink;
  private final double shift;
  private Preprocessing preprocessing;
  private long start;
  private long from;
  private int used;
  private long latest;
  private long closed;
  private LoneEvents lone;
  private CropView view;
  private int width;
  private int height;

  /**
   * @param shift part of a step by which windows from the second on are moved, above 0 to 1; 1
   *     moves none
   */
  EventWindows(EventRing ring, double shift, Preprocessing preprocessing, Sink sink) {
    this.ring = ring;
    this.shift = shift;
    this.sink = sink;
    prepare(preprocessing);
  }

  private void prepare(Preprocessing next) {
    preprocessing = next;
    lone = next.loneMicros() == 0 ? null : new LoneEvents(next.loneMicros());
    view = new CropView(next, width, height);
  }

  /**
   * The size of the sensor whose events follow; 0: nobody knows it. In a session it stays the same.
   */
  void sensor(int columns, int rows) {
    if (columns != width || rows != height) {
      width = columns;
      height = rows;
      view = new CropView(preprocessing, width, height);
      count();
    }
  }

  /** A session begins. */
  void open(long first) {
    ring.clear();
    start =
        preprocessing.windowMicros() > 0
            ? Math.floorDiv(first, preprocessing.stepMicros()) * preprocessing.stepMicros()
            : first;
    from = 0;
    used = 0;
    latest = first;
    closed = 0;
  }

  /** Takes the session's next event. */
  void add(long time, int x, int y, int p) {
    long t = Math.max(time, latest);
    latest = t;
    while (byTime() && t >= start + preprocessing.windowMicros()) {
      pass(t);
    }
    if (ring.isFull()) {
      leave();
    }
    ring.put(t, x, y, p);
    if (view.uses(x, y, p)) {
      used++;
    }
    if (preprocessing.windowEvents() > 0 && used >= preprocessing.windowEvents()) {
      sink.due(start, t);
      begin(t, ring.head());
    }
  }

  /** Takes the session's next event, and looks for no window. */
  void keep(long time, int x, int y, int p) {
    latest = Math.max(time, latest);
    ring.put(latest, x, y, p);
  }

  private boolean byTime() {
    return preprocessing.windowMicros() > 0;
  }

  /** Closes the open window, and all behind it that are empty up to an event at t. */
  private void pass(long t) {
    long step = closed == 0 ? Math.max(1, (long) (shift * stepMicros())) : stepMicros();
    long end = start + preprocessing.windowMicros();
    if (from < ring.head()) {
      sink.due(start, end);
      begin(start + step, from);
      return;
    }
    long more = closed == 0 ? 0 : (t - end) / step;
    sink.empty(start, end + more * step);
    closed += more;
    begin(start + (more + 1) * step, from);
  }

  private long stepMicros() {
    return preprocessing.stepMicros();
  }

  private void begin(long time, long earliest) {
    start = time;
    closed++;
    while (from < earliest || from < ring.head() && ring.t(from) < time) {
      leave();
    }
    ring.release(from);
  }

  /** The oldest event of the open window leaves it. */
  private void leave() {
    if (view.uses(ring.x(from), ring.y(from), ring.p(from))) {
      used--;
    }
    from++;
  }

  /**
   * The session ends: the window that is open is due, unless it holds nothing and is not the only.
   */
  void close() {
    if (from < ring.head() || closed == 0) {
      sink.due(start, Math.max(start, latest));
    }
  }

  /** Sensor time of the latest event. */
  long latest() {
    return latest;
  }

  /** Works with another preprocessing from the window on that is open, or due. */
  void use(Preprocessing other) {
    if (other.equals(preprocessing)) {
      return;
    }
    prepare(other);
    count();
  }

  private void count() {
    used = 0;
    for (long e = Math.max(from, ring.tail()); e < ring.head(); e++) {
      used += view.uses(ring.x(e), ring.y(e), ring.p(e)) ? 1 : 0;
    }
  }

  /** The events of the window that is due, cropped, without those that stand alone. */
  void events(EventBatch out) {
    events(from, Long.MAX_VALUE, out);
  }

  /** The used events from one on whose times are before another, as those of a window. */
  void events(long first, long before, EventBatch out) {
    out.clear();
    out.ensureCapacity((int) (ring.head() - Math.max(first, ring.tail())));
    for (long e = Math.max(first, ring.tail()); e < ring.head() && ring.t(e) < before; e++) {
      int x = ring.x(e);
      int y = ring.y(e);
      int p = ring.p(e);
      if (view.uses(x, y, p)) {
        out.add(ring.t(e), view.column(x), view.row(y), p);
      }
    }
    if (lone != null) {
      lone.leaveOut(out, preprocessing.width(), preprocessing.height(), view.neighbours());
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(start);
    out.writeLong(from);
    out.writeLong(latest);
    out.writeLong(closed);
    out.writeInt(used);
    out.writeInt(width);
    out.writeInt(height);
  }

  /**
   * Goes on where {@link #write} was.
   *
   * @param now what windows are cut by
   * @param sized whether the size of the sensor was written
   */
  void read(DataInput in, Preprocessing now, boolean sized) throws IOException {
    start = in.readLong();
    from = in.readLong();
    latest = in.readLong();
    closed = in.readLong();
    used = in.readInt();
    width = sized ? in.readInt() : 0;
    height = sized ? in.readInt() : 0;
    prepare(now);
  }
}

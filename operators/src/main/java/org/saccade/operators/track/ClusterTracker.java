package org.saccade.operators.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Tracks clusters of events. The events go on as they are; each track gives an output at the end of
 * each window in which it lives, from its birth to its end.
 *
 * <p>Clusters stand in the order of their age. All places in use, an event that belongs to none
 * begins none.
 */
public final class ClusterTracker implements EventStage {
  private static final int VERSION = 1;
  private static final int CLUSTER_BYTES = 256;
  private static final long NONE = Long.MIN_VALUE;

  private final TrackParameters parameters;
  private final Cluster[] clusters;
  private int count;
  private int made;
  private long windowStart = NONE;
  private long tracks;
  private boolean changed;

  public ClusterTracker(TrackParameters parameters) {
    this.parameters = parameters;
    clusters = new Cluster[parameters.mostClusters()];
  }

  @Override
  public void open(int width, int height) {
    forget();
  }

  private void forget() {
    Arrays.fill(clusters, null);
    made = 0;
    count = 0;
    windowStart = NONE;
    tracks = 0;
    changed = true;
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    changed = true;
    long[] t = batch.t();
    int n = batch.size();
    int i = 0;
    while (i < n) {
      reach(t[i], sink);
      long end = windowStart + parameters.windowMicros();
      for (; i < n && t[i] < end; i++) {
        assign(batch.x(i) + 0.5, batch.y(i) + 0.5, t[i], batch.p(i));
      }
    }
    if (windowStart != NONE) {
      reach(timeEnd, sink);
    }
  }

  /** Ends windows until the open one is that of a time, or begins after it. */
  private void reach(long time, StageSink sink) {
    long micros = parameters.windowMicros();
    if (windowStart == NONE) {
      windowStart = Math.floorDiv(time, micros) * micros;
    }
    while (time >= windowStart + micros) {
      if (count == 0) {
        windowStart = Math.floorDiv(time, micros) * micros;
      } else {
        endWindow(sink);
        windowStart += micros;
      }
    }
  }

  private void assign(double x, double y, long t, int polarity) {
    double r = parameters.radius();
    double least = Double.MAX_VALUE;
    Cluster nearest = null;
    for (int k = 0; k < count; k++) {
      Cluster c = clusters[k];
      double dx = Math.abs(x - c.xAt(t));
      double dy = Math.abs(y - c.yAt(t));
      double distance = dx * dx + dy * dy;
      if (dx <= r && dy <= r && distance < least) {
        least = distance;
        nearest = c;
      }
    }
    if (nearest == null && count < clusters.length) {
      nearest = place(count++);
      nearest.begin(x, y, t, windowStart);
    }
    if (nearest != null) {
      nearest.add(x, y, t, polarity);
    }
  }

  /** The cluster at a place; those behind {@link #count} are used again. */
  private Cluster place(int k) {
    if (clusters[k] == null) {
      clusters[k] = new Cluster();
      made++;
    }
    return clusters[k];
  }

  private void endWindow(StageSink sink) {
    long end = windowStart + parameters.windowMicros();
    int kept = 0;
    for (int k = 0; k < count; k++) {
      Cluster c = clusters[k];
      TrackState state = outcome(c);
      if (state != TrackState.ENDED && nearOlder(c, kept, end)) {
        state = TrackState.ENDED;
      }
      if (c.isTrack()) {
        sink.put(c.output(state, windowStart, end));
      }
      if (state != TrackState.ENDED) {
        c.nextWindow();
        swap(kept++, k);
      }
    }
    count = kept;
  }

  /** What becomes of a cluster by its own events; a candidate that lives on counts as tracked. */
  private TrackState outcome(Cluster c) {
    boolean measured = c.measure(parameters);
    if (c.isTrack()) {
      return measured
          ? TrackState.TRACKED
          : c.unsupported() > parameters.coastWindows() ? TrackState.ENDED : TrackState.COASTED;
    }
    if (measured && c.supported() >= parameters.birthWindows()) {
      c.becomes(++tracks);
      return TrackState.BORN;
    }
    return measured ? TrackState.TRACKED : TrackState.ENDED;
  }

  /** Whether one of the first {@code kept} clusters is nearer than half of the radius. */
  private boolean nearOlder(Cluster c, int kept, long t) {
    double bound = parameters.radius() / 2.0;
    for (int k = 0; k < kept; k++) {
      double dx = clusters[k].xAt(t) - c.xAt(t);
      double dy = clusters[k].yAt(t) - c.yAt(t);
      if (dx * dx + dy * dy < bound * bound) {
        return true;
      }
    }
    return false;
  }

  private void swap(int a, int b) {
    Cluster c = clusters[a];
    clusters[a] = clusters[b];
    clusters[b] = c;
  }

  /** Ends the open window and all tracks. */
  @Override
  public void close(StageSink sink) {
    if (windowStart != NONE) {
      long end = windowStart + parameters.windowMicros();
      for (int k = 0; k < count; k++) {
        Cluster c = clusters[k];
        if (c.isTrack()) {
          boolean unused = c.measure(parameters);
          sink.put(c.output(TrackState.ENDED, windowStart, end));
        }
      }
    }
    forget();
  }

  @Override
  public long bytes() {
    return 64 + (long) CLUSTER_BYTES * made;
  }

  @Override
  public void restore(int number, Page page) {
    PageForm.read("cluster tracker", page, VERSION, this::read);
    changed = false;
  }

  private void read(DataInput in) throws IOException {
    windowStart = in.readLong();
    tracks = in.readLong();
    int stored = in.readInt();
    count = Math.min(stored, clusters.length);
    for (int k = 0; k < stored; k++) {
      // With fewer places than before the youngest are forgotten.
      (k < count ? place(k) : new Cluster()).read(in);
    }
  }

  @Override
  public void flush(PageSink sink) {
    if (changed && windowStart == NONE) {
      sink.remove(0);
    } else if (changed) {
      sink.put(0, PageForm.page(VERSION, this::write));
    }
    changed = false;
  }

  private void write(DataOutput out) throws IOException {
    out.writeLong(windowStart);
    out.writeLong(tracks);
    out.writeInt(count);
    for (int k = 0; k < count; k++) {
      clusters[k].write(out);
    }
  }
}

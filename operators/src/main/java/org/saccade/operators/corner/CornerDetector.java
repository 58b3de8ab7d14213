package org.saccade.operators.corner;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.SideEvents;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps the events at corners and drops all others, or lets all go on and puts those out beside
 * them. Within four pixels of the frame's sides there are no corners.
 */
public final class CornerDetector implements EventStage {
  private static final int BORDER = 4;

  private final long kappaMicros;
  private final boolean fast;
  private final EventBatch found;
  private final TimeSurface latestOff = new TimeSurface();
  private final TimeSurface latestOn = new TimeSurface();
  private final TimeSurface edgeOff = new TimeSurface();
  private final TimeSurface edgeOn = new TimeSurface();
  private final PagedParts parts = new PagedParts(latestOff, latestOn, edgeOff, edgeOn);
  private final Circle inner = new Circle(Circle.RADIUS_3, 3, 6);
  private final Circle outer = new Circle(Circle.RADIUS_4, 4, 8);

  public CornerDetector(CornerParameters parameters) {
    kappaMicros = parameters.kappaMicros();
    fast = parameters.corners() == Corners.FAST;
    found = parameters.beside() ? new EventBatch(64) : null;
  }

  @Override
  public void open(int width, int height) {
    latestOff.open(width, height);
    latestOn.open(width, height);
    edgeOff.open(width, height);
    edgeOn.open(width, height);
    inner.open(edgeOn.stride());
    outer.open(edgeOn.stride());
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    if (found == null) {
      keepCorners(batch, batch);
      return;
    }
    found.clear();
    found.ensureCapacity(batch.size());
    keepCorners(batch, found);
    if (found.size() > 0) {
      sink.put(new SideEvents(found, found.t(0), found.t(found.size() - 1)));
    }
  }

  /** Puts the events at corners to the start of {@code corners}, which may be the batch itself. */
  private void keepCorners(EventBatch batch, EventBatch corners) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int lastColumn = latestOn.width() - 1 - BORDER;
    int lastRow = latestOn.height() - 1 - BORDER;
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int column = x[i] & 0xFFFF;
      int row = y[i] & 0xFFFF;
      boolean inside = column >= BORDER && column <= lastColumn && row >= BORDER && row <= lastRow;
      if (beginsAnEdge(t[i], column, row, p[i]) && inside && isCorner(column, row, p[i])) {
        corners.t()[kept] = t[i];
        corners.x()[kept] = x[i];
        corners.y()[kept] = y[i];
        corners.p()[kept] = p[i];
        kept++;
      }
    }
    corners.size(kept);
  }

  /** Writes the event's time; whether it is the first that an edge gives at its pixel. */
  private boolean beginsAnEdge(long time, int column, int row, int polarity) {
    TimeSurface mine = polarity == 0 ? latestOff : latestOn;
    long[] others = (polarity == 0 ? latestOn : latestOff).times();
    int pixel = (row + 1) * mine.stride() + column + 1;
    long last = mine.times()[pixel];
    mine.times()[pixel] = time;
    mine.changed()[row >> mine.bandShift()] = true;
    if (time - last <= kappaMicros && others[pixel] <= last) {
      return false;
    }
    TimeSurface edge = polarity == 0 ? edgeOff : edgeOn;
    edge.times()[pixel] = time;
    edge.changed()[row >> edge.bandShift()] = true;
    return true;
  }

  private boolean isCorner(int column, int row, int polarity) {
    TimeSurface edge = polarity == 0 ? edgeOff : edgeOn;
    int pixel = (row + 1) * edge.stride() + column + 1;
    long[] times = edge.times();
    return fast
        ? inner.hasNewerArc(times, pixel) && outer.hasNewerArc(times, pixel)
        : inner.isCorner(times, pixel) && outer.isCorner(times, pixel);
  }

  @Override
  public void close(StageSink sink) {
    latestOff.release();
    latestOn.release();
    edgeOff.release();
    edgeOn.release();
  }

  @Override
  public long bytes() {
    return parts.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    parts.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    parts.flush(sink);
  }
}

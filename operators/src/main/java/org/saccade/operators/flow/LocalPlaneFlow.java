package org.saccade.operators.flow;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.slice.SliceEnd;
import org.saccade.operators.slice.SliceListener;
import org.saccade.operators.slice.Slicer;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.FeatureValue;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Normal flow at each event, by a plane through the time surface around it. The events go on as
 * they are; the vectors of each slice that has some go out together, with their means as features
 * {@code flow_x}, {@code flow_y}, {@code flow_speed} (pixels a second) and {@code flow_residual}
 * (microseconds).
 */
public final class LocalPlaneFlow implements EventStage {
  private final FlowParameters parameters;
  private final TimeSurface off = new TimeSurface();
  private final TimeSurface on = new TimeSurface();
  private final PagedFlow vectors = new PagedFlow();
  private final Slicer slicer;
  private final PagedParts parts;
  private final PlaneFit plane;

  public LocalPlaneFlow(FlowParameters parameters) {
    this.parameters = parameters;
    slicer = new Slicer(parameters.slicing());
    parts = new PagedParts(slicer, off, on, vectors);
    int side = 2 * parameters.radius() + 1;
    plane = new PlaneFit(side * side);
  }

  @Override
  public void open(int width, int height) {
    slicer.open();
    off.open(width, height);
    on.open(width, height);
    vectors.clear();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    slicer.process(batch, timeEnd, listener(sink));
  }

  @Override
  public void close(StageSink sink) {
    slicer.close(listener(sink));
    off.release();
    on.release();
    vectors.release();
  }

  private SliceListener listener(StageSink sink) {
    return new SliceListener() {
      @Override
      public void events(EventBatch batch, int from, int to) {
        measure(batch, from, to);
      }

      @Override
      public void slice(long start, long end, long events, SliceEnd why) {
        give(FlowOutput.of(start, end, events, vectors.batch()), sink);
        vectors.clear();
      }
    };
  }

  private static void give(FlowOutput flow, StageSink sink) {
    if (flow.vectors().size() > 0) {
      sink.put(flow);
      sink.put(new FeatureValue("flow_x", flow.start(), flow.end(), flow.vx()));
      sink.put(new FeatureValue("flow_y", flow.start(), flow.end(), flow.vy()));
      sink.put(new FeatureValue("flow_speed", flow.start(), flow.end(), flow.speed()));
      sink.put(new FeatureValue("flow_residual", flow.start(), flow.end(), flow.residual()));
    }
  }

  private void measure(EventBatch batch, int from, int to) {
    long refractory = parameters.refractoryMicros();
    for (int i = from; i < to; i++) {
      TimeSurface surface = batch.p()[i] == 0 ? off : on;
      long time = batch.t()[i];
      int x = batch.x(i);
      int y = batch.y(i);
      int pixel = (y + 1) * surface.stride() + x + 1;
      long sinceLast = time - surface.times()[pixel];
      if (sinceLast >= refractory || sinceLast < 0) {
        surface.times()[pixel] = time;
        surface.changed()[y >> surface.bandShift()] = true;
        if (fit(surface, time, x, y)) {
          addVector(batch, i);
        }
      }
    }
  }

  private boolean fit(TimeSurface surface, long time, int x, int y) {
    int r = parameters.radius();
    long oldest = time - parameters.windowMicros();
    long[] times = surface.times();
    int stride = surface.stride();
    int left = Math.max(-r, -x);
    int right = Math.min(r, surface.width() - 1 - x);
    int bottom = Math.min(r, surface.height() - 1 - y);
    plane.clear();
    for (int dy = Math.max(-r, -y); dy <= bottom; dy++) {
      int row = (y + dy + 1) * stride + x + 1;
      for (int dx = left; dx <= right; dx++) {
        long t = times[row + dx];
        // A time later than now is of before time went back.
        if (t >= oldest && t <= time) {
          plane.add(dx, dy, t - time);
        }
      }
    }
    plane.keepNewestEdge(Math.max(parameters.leastEvents(), 2 * r + 2));
    return plane.fit(parameters.rejectPixels(), parameters.leastEvents());
  }

  private void addVector(EventBatch batch, int i) {
    double a = plane.a();
    double b = plane.b();
    double slope = a * a + b * b;
    double most = parameters.mostPixelsPerSecond();
    if (slope * most * most >= 1e12) {
      vectors
          .batch()
          .add(
              batch.t()[i],
              batch.x()[i],
              batch.y()[i],
              1e6 * a / slope,
              1e6 * b / slope,
              plane.residual());
    }
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

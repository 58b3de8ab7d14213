package org.saccade.operators.frame;

import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.EventBatch;

/** Where the events of a frame are gathered. Columns and rows are shifted right by {@code bin}. */
interface Canvas {
  /**
   * Starts anew.
   *
   * @param width columns of the frame, after binning
   */
  void open(int width, int height, int bin);

  void release();

  /** Adds events {@code from} (inclusive) to {@code to} (exclusive). */
  void add(EventBatch batch, int from, int to);

  /** Writes all planes as they are at time {@code end}, and begins the next slice. */
  void write(long end, byte[] out);

  /** Its state. */
  List<Paged> parts();

  /** The canvas for a content. */
  static Canvas of(FrameParameters p) {
    return switch (p.content()) {
      case POLARITY -> new PolarityCanvas();
      case HISTOGRAM -> new HistogramCanvas(p.planes());
      case DECAY -> new DecayCanvas(p.planes(), new ExponentialDecay(p.tauMicros()));
      case LAST_TIME -> new SurfaceCanvas(p.planes(), null);
      case EXPONENTIAL -> new SurfaceCanvas(p.planes(), new ExponentialDecay(p.tauMicros()));
    };
  }
}

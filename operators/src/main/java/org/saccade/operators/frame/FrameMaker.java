package org.saccade.operators.frame;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.slice.SliceEnd;
import org.saccade.operators.slice.SliceListener;
import org.saccade.operators.slice.Slicer;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * A stream of events to frames, one at the end of each slice that has events. The events go on as
 * they are.
 *
 * <p>A frame takes at most {@link #MAX_BYTES}: where the sensor has more pixels, the binning is
 * doubled until it fits.
 */
public final class FrameMaker implements EventStage {
  /** Most bytes of a frame's pixels. */
  public static final int MAX_BYTES = 8 << 20;

  private final FrameParameters parameters;
  private final Slicer slicer;
  private final Canvas canvas;
  private final FramePixels pixels;
  private final PagedParts parts;

  public FrameMaker(FrameParameters parameters) {
    this.parameters = parameters;
    slicer = new Slicer(parameters.slicing());
    canvas = Canvas.of(parameters);
    pixels = new FramePixels(parameters);
    List<Paged> all = new ArrayList<>(List.of(slicer));
    all.addAll(canvas.parts());
    parts = new PagedParts(all.toArray(new Paged[0]));
  }

  @Override
  public void open(int width, int height) {
    int bin = Integer.numberOfTrailingZeros(parameters.binning());
    int pixelBytes = parameters.content().bytes() * parameters.planes();
    while ((long) binned(width, bin) * binned(height, bin) * pixelBytes > MAX_BYTES) {
      bin++;
    }
    slicer.open();
    canvas.open(binned(width, bin), binned(height, bin), bin);
    pixels.size(binned(width, bin), binned(height, bin), 1 << bin);
  }

  private static int binned(int length, int bin) {
    return (length + (1 << bin) - 1) >> bin;
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    slicer.process(batch, timeEnd, listener(sink));
  }

  @Override
  public void close(StageSink sink) {
    slicer.close(listener(sink));
    canvas.release();
    pixels.release();
  }

  private SliceListener listener(StageSink sink) {
    return new SliceListener() {
      @Override
      public void events(EventBatch batch, int from, int to) {
        canvas.add(batch, from, to);
      }

      @Override
      public void slice(long start, long end, long events, SliceEnd why) {
        canvas.write(end, pixels.data());
        sink.put(new FrameOutput(start, end, events, pixels));
      }
    };
  }

  @Override
  public long bytes() {
    return parts.bytes() + pixels.data().length;
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

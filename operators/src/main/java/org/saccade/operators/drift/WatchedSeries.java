package org.saccade.operators.drift;

import java.util.BitSet;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * The detector of a series, once there is one, and its pages: those of a detector that was given up
 * are removed.
 */
final class WatchedSeries implements Paged {
  private final HtmDesign design;
  private final DriftParameters parameters;
  private final BitSet written = new BitSet();
  private boolean forgotten;
  private SeriesDetector detector;

  WatchedSeries(HtmDesign design, DriftParameters parameters) {
    this.design = design;
    this.parameters = parameters;
  }

  boolean exists() {
    return detector != null;
  }

  SeriesDetector detector() {
    return detector;
  }

  /** A new one, before its pages are restored too. */
  void begin(double resolution) {
    detector =
        new SeriesDetector(
            design, new SeriesParameters(resolution, parameters.warmUp(), parameters.runLength()));
  }

  void forget() {
    detector = null;
    forgotten = true;
  }

  /** Whether the last record is behind the warm-up: nothing before it is told. */
  boolean isWarm() {
    return detector.records() > parameters.warmUp();
  }

  @Override
  public long bytes() {
    return detector == null ? 0 : detector.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    written.set(number);
    detector.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    if (forgotten) {
      written.stream().forEach(sink::remove);
      written.clear();
      forgotten = false;
    }
    if (detector != null) {
      detector.flush(
          new PageSink() {
            @Override
            public void put(int number, Page page) {
              written.set(number);
              sink.put(number, page);
            }

            @Override
            public void remove(int number) {
              sink.remove(number);
            }
          });
    }
  }
}

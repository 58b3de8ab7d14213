package org.saccade.operators.htm;

import org.saccade.operators.htm.encoder.RecordEncoder;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * A sequence memory of one stream: how much of each record was not expected after those before it.
 *
 * <pre>  raw score = 1 - |active columns that were expected| / |active columns|</pre>
 *
 * <p>Nothing is allocated once the segments have reached their bound. Equal parameters, seed and
 * records give equal scores to the bit, on every machine and across any number of restores.
 *
 * <pre>
 *   page 0                    what is not below
 *   pages 1 .. P              permanences of the pooler's columns, 64 a page
 *   pages P + 1 ..            segments, 128 a page
 * </pre>
 */
public final class Htm implements Paged {
  private static final int VERSION = 1;

  private final RecordEncoder encoder;
  private final SpatialPooler pooler;
  private final TemporalMemory memory;
  private final int[] bits;
  private final int[] columns;
  private boolean changed = true;
  private boolean stale;

  Htm(HtmDesign design, double resolution) {
    encoder = design.encoder(resolution);
    SpatialPoolerParameters p = design.parameters.pooler();
    pooler = new SpatialPooler(p, design.pools, design.inputs, encoder.active());
    memory = new TemporalMemory(design.parameters.memory(), p.columns(), p.activeColumns());
    bits = new int[encoder.active()];
    columns = new int[p.activeColumns()];
  }

  /**
   * One record.
   *
   * @param epochMicros its time, for the parts of the calendar
   * @param value finite
   * @param learn false: nothing is learnt, only the context moves on
   * @return the raw score, 0 (all of it expected) to 1
   */
  public double step(long epochMicros, double value, boolean learn) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value=" + value + " must be finite");
    }
    return step(encoder.encode(epochMicros, value, bits), learn);
  }

  /** One record of several values. */
  public double step(long epochMicros, double[] values, boolean learn) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value=" + value + " must be finite");
      }
    }
    return step(encoder.encode(epochMicros, values, bits), learn);
  }

  private double step(int active, boolean learn) {
    if (stale) {
      memory.restored();
      stale = false;
    }
    changed = true;
    pooler.step(bits, active, learn, columns);
    int expected = memory.step(columns, columns.length, learn);
    return 1 - (double) expected / columns.length;
  }

  /** Forgets the context, not what was learnt: the next record begins a sequence. */
  public void reset() {
    memory.reset();
    changed = true;
    stale = false;
  }

  /** Segments that the memory has. */
  public int segments() {
    return memory.segments.live();
  }

  /** Of the last record: synapses on active cells, and segments that match. */
  int work() {
    return memory.work();
  }

  @Override
  public long bytes() {
    return pooler.bytes() + memory.bytes() + 4L * (bits.length + columns.length);
  }

  @Override
  public void flush(PageSink sink) {
    if (changed) {
      sink.put(
          0,
          PageForm.page(
              VERSION,
              out -> {
                pooler.writeCounts(out);
                memory.write(out);
              }));
    }
    changed = false;
    int first = 1;
    for (int band = 0; band < pooler.bands(); band++) {
      if (pooler.takeChanged(band)) {
        int b = band;
        sink.put(first + band, PageForm.page(VERSION, out -> pooler.writeBand(b, out)));
      }
    }
    first += pooler.bands();
    for (int band = 0; band < memory.segments.bands(); band++) {
      if (memory.segments.takeChanged(band)) {
        int b = band;
        sink.put(first + band, PageForm.page(VERSION, out -> memory.segments.writeBand(b, out)));
      }
    }
  }

  /** Page 0 comes first, to a model that was just made. */
  @Override
  public void restore(int number, Page page) {
    int firstSegments = 1 + pooler.bands();
    if (number == 0) {
      PageForm.read(
          "HTM",
          page,
          VERSION,
          in -> {
            pooler.readCounts(in);
            memory.read(in);
          });
      changed = false;
    } else if (number < firstSegments) {
      PageForm.read("HTM columns", page, VERSION, in -> pooler.readBand(number - 1, in));
    } else {
      PageForm.read(
          "HTM segments",
          page,
          VERSION,
          in -> memory.segments.readBand(number - firstSegments, in));
    }
    stale = true;
  }
}

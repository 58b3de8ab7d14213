package org.saccade.benchmarks.runs;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

/**
 * Many models side by side, each with a series of noise of its own, which fills a memory sooner
 * than anything else: the heap that they take, and how much slower records are when each finds its
 * model out of the cache.
 */
final class HtmMemory {
  private static final int BUCKETS = 130;
  private static final int TURN = 50;

  private final HtmDesign design;
  private final int models;
  private final long records;

  HtmMemory(HtmParameters parameters, int models, long records) {
    design = new HtmDesign(parameters);
    this.models = models;
    this.records = records;
  }

  void run() {
    SeriesDetector[] detectors = new SeriesDetector[models];
    for (int m = 0; m < models; m++) {
      detectors[m] = new SeriesDetector(design, new SeriesParameters(1, HtmSpeed.WARM_UP, 10_000));
    }
    report(detectors, 0, 0);
    for (long done = 0; done < records; done += TURN) {
      long start = System.nanoTime();
      for (int m = 0; m < models; m++) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(m * records + done);
        for (long i = done; i < done + TURN; i++) {
          detectors[m].step(i, random.nextInt(BUCKETS));
        }
      }
      if ((done / TURN + 1) % Math.max(1, records / TURN / 10) == 0) {
        report(detectors, done + TURN, models * TURN / ((System.nanoTime() - start) / 1e9));
      }
    }
  }

  private static void report(SeriesDetector[] detectors, long records, double speed) {
    long bytes = 0;
    for (SeriesDetector detector : detectors) {
      bytes += detector.bytes();
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "%,d models, %,d records each: %,d MB of heap, %,d bytes a model, %,.0f records/s%n",
        detectors.length,
        records,
        heap >> 20,
        bytes / detectors.length,
        speed);
  }
}

package org.saccade.benchmarks.falsealarms;

import java.util.BitSet;
import java.util.function.DoubleSupplier;
import org.saccade.operators.htm.Htm;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;

/**
 * Which records surprise a sequence memory that has learnt and learns no more: its scores are as
 * autocorrelated as they are, and do not change. The series is a wave of 24 records under noise.
 */
final class MemoryScores {
  private static final int LEARNT = 5000;
  private static final double RESOLUTION = 0.1;
  private static final double SURPRISING = 0.5;
  private static final double MEMORY = 0.6;
  private static final int PERIOD = 24;
  private static final double AMPLITUDE = 2;

  private final BitSet surprises = new BitSet();
  private final int records;

  MemoryScores(int records) {
    this.records = records;
    Htm memory = new HtmDesign(HtmParameters.SMALL_VALUES).model(RESOLUTION);
    Noise noise = new Noise(MEMORY, 1);
    for (int i = -LEARNT; i < records; i++) {
      double wave = AMPLITUDE * StrictMath.sin(2 * StrictMath.PI * i / PERIOD);
      boolean surprise = memory.step(i, wave + noise.normal(), i < 0) > SURPRISING;
      if (i >= 0) {
        surprises.set(i, surprise);
      }
    }
  }

  /** Part of the records. */
  double probability() {
    return (double) surprises.cardinality() / records;
  }

  /** 1 or 0 for each record from one on; after the last comes the first. */
  DoubleSupplier from(int first) {
    int[] next = {first};
    return () -> surprises.get(next[0]++ % records) ? 1 : 0;
  }
}

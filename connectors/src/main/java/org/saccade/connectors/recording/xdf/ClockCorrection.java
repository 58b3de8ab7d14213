package org.saccade.connectors.recording.xdf;

import java.util.List;

/** Brings the stamps of one stream, in their order, onto the recorder's clock. */
final class ClockCorrection {
  private final List<ClockOffsets.Run> runs;
  private int run;

  ClockCorrection(List<ClockOffsets.Run> runs) {
    this.runs = runs;
  }

  /**
   * A stamp on the recorder's clock, seconds. The next run begins with the first stamp that is
   * nearer to its begin than to the end of the one before.
   */
  double corrected(double stamp) {
    while (run + 1 < runs.size()
        && Math.abs(stamp - runs.get(run).end()) >= Math.abs(stamp - runs.get(run + 1).begin())) {
      run++;
    }
    return stamp + runs.get(run).correction().at(stamp);
  }

  /** Number of the run that the last stamp was of. */
  int run() {
    return run;
  }
}

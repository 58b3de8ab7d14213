package org.saccade.operators.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;

/** A calibration works on what the thread has; the evidence alone would be 28 kB each time. */
class CalibrationMemoryTest {
  private static final int WARM_UP = 500;
  private static final int MOST_BYTES_A_CALIBRATION = 1000;

  /** Levels that alternate: a drift, and with it a calibration, every thousand samples or so. */
  private static double[] series(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double level = i / 1000 % 2 == 0 ? 0 : 8;
      x[i] = level + StrictMath.sin(i * Math.PI / 12) + new SplitMix(i).nextDouble();
    }
    return x;
  }

  private static int drifts(DriftMonitor monitor, double[] x, int from, int to) {
    int drifts = 0;
    for (int i = from; i < to; i++) {
      drifts += Math.abs(monitor.step(i, x[i], 0));
    }
    return drifts;
  }

  @Test
  void calibrationsAllocateNextToNothing() {
    double[] x = series(40_000);
    DriftMonitor monitor = new DriftMonitor(WARM_UP, 10_000, 1);
    drifts(monitor, x, 0, 10_000);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    int drifts = drifts(monitor, x, 10_000, x.length);
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(drifts).isGreaterThan(20);
    assertThat(allocated / drifts).isLessThan(MOST_BYTES_A_CALIBRATION);
  }
}

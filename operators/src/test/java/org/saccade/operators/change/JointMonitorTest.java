package org.saccade.operators.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.probability.SplitMix;

class JointMonitorTest {
  private static final int WARM_UP = 2000;
  private static final int D = 4;

  /** Noise of which a part of the variance is common to all. */
  private static void next(SplitMix random, double common, double[] x) {
    double all = random.nextGaussian();
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sqrt(common) * all + Math.sqrt(1 - common) * random.nextGaussian();
    }
  }

  /** Bytes of a monitor that has learnt. */
  private static byte[] warm(SplitMix random, double common, double runLength) throws IOException {
    JointMonitor monitor = new JointMonitor(D, WARM_UP, runLength, 1);
    double[] x = new double[D];
    for (int t = 0; t < WARM_UP; t++) {
      next(random, common, x);
      assertThat(monitor.step(t, x, new double[D])).isZero();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    monitor.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Samples to the first decision, a shift being there from the first on. */
  private static double delay(double common, double shift, double runLength, int runs)
      throws IOException {
    double[] x = new double[D];
    long samples = 0;
    int alarms = 0;
    for (int w = 0; w < 5; w++) {
      byte[] learnt = warm(new SplitMix(1000 * w + 3), common, runLength);
      for (int run = 0; run < runs; run++) {
        JointMonitor monitor = new JointMonitor(D, WARM_UP, runLength, 1);
        monitor.read(new DataInputStream(new ByteArrayInputStream(learnt)));
        SplitMix random = new SplitMix(17L * run + w);
        int t = 0;
        int decided;
        do {
          next(random, common, x);
          for (int i = 0; i < D; i++) {
            x[i] += shift;
          }
          t++;
          decided = monitor.step(WARM_UP + t, x, new double[D]);
        } while (t < 2000 && decided == 0);
        samples += t;
        alarms += t < 2000 ? 1 : 0;
      }
    }
    return (double) samples / Math.max(1, alarms);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void falseAlarmsOfAllTogetherComeAboutAsOftenAsAskedFor(double common) throws IOException {
    assertThat(delay(common, 0, 100, 60)).isBetween(100 / 1.5, 100 * 1.5);
  }

  /**
   * Four that are one give no more evidence than one of them; four of their own give more: 0.68 of
   * the time in a thousand runs.
   */
  @Test
  void aShiftOfAllIsFoundSoonerWhereTheyTellMoreThanOne() throws IOException {
    assertThat(delay(0, 0.7, 1000, 200)).isLessThan(0.8 * delay(0.99, 0.7, 1000, 200));
  }
}

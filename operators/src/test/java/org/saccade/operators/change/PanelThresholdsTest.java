package org.saccade.operators.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

/** The thresholds are those of going through every resampled warm-up from end to end. */
class PanelThresholdsTest {
  private static final int KINDS = 3;

  private static double[] evidence(int samples, double rho, long seed) {
    SplitMix random = new SplitMix(seed);
    double[] z = new double[samples * KINDS];
    double x = 0;
    for (int i = 0; i < samples; i++) {
      x = rho * x + StrictMath.sqrt(1 - rho * rho) * random.nextGaussian();
      z[i * KINDS] = x - 0.5;
      z[i * KINDS + 1] = -x - 0.5;
      z[i * KINDS + 2] = random.nextDouble() < 0.1 ? 1 : -0.3;
    }
    return z;
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0, 20, 1",
    "200, 0.8, 500, 20",
    "750, 0.5, 2000, 50",
    "750, 0.9, 10000, 50",
    "60, 0.95, 500, 12",
    "100, 0, 1, 7"
  })
  void areThoseOfThePlainSearch(int samples, double rho, double runLength, int block) {
    double[] z = evidence(samples, rho, 1);
    assertThat(PanelThresholds.resampled(z, KINDS, block, runLength, 2))
        .isEqualTo(plain(z, block, runLength, 2));
  }

  private static double[] plain(double[] z, int block, double runLength, long seed) {
    double[] thresholds = new double[KINDS];
    double wanted = KINDS * runLength;
    double guess = StrictMath.log(wanted);
    for (int k = 0; k < KINDS; k++) {
      double mean = 0;
      for (int i = 0; i < z.length / KINDS; i++) {
        mean += z[i * KINDS + k] / (z.length / KINDS);
      }
      double[] one = new double[KINDS];
      Arrays.fill(one, Double.POSITIVE_INFINITY);
      one[k] = 1;
      thresholds[k] =
          mean < 0
              ? search(z, one, 0.1 * guess, 4 * guess, block, wanted, seed)
              : Double.POSITIVE_INFINITY;
    }
    double factor = search(z, thresholds, 0.25, 2, block, runLength, seed);
    return Arrays.stream(thresholds).map(h -> h * factor).toArray();
  }

  private static double search(
      double[] z, double[] unit, double low, double high, int block, double wanted, long seed) {
    double below = low;
    double above = high;
    for (int i = 0; i < 10; i++) {
      double middle = (below + above) / 2;
      if (achieved(z, unit, middle, block, wanted, seed) < wanted) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  private static double achieved(
      double[] z, double[] unit, double factor, int block, double wanted, long seed) {
    SplitMix random = new SplitMix(seed);
    int samples = z.length / KINDS;
    double[] s = new double[KINDS];
    long most = (long) Math.min(200_000, 200 * wanted);
    long done = 0;
    int alarms = 0;
    for (; done < most && alarms < 100; done += block) {
      int start = random.nextInt(samples);
      for (int i = start; i < start + block; i++) {
        boolean alarm = false;
        for (int k = 0; k < KINDS; k++) {
          s[k] = Math.max(0, s[k] + z[i % samples * KINDS + k]);
          alarm |= s[k] >= factor * unit[k];
        }
        if (alarm) {
          alarms++;
          Arrays.fill(s, 0);
        }
      }
    }
    return done / (alarms == 0 ? 0.5 : alarms);
  }
}

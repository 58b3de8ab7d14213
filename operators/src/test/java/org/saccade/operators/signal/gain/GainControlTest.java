package org.saccade.operators.signal.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.SampleBatch;

class GainControlTest {
  private static double[] step(GainControl control, double... x) {
    SampleBatch batch = new SampleBatch();
    batch.shape(x.length, 1);
    for (int c = 0; c < x.length; c++) {
      batch.channel(c)[0] = x[c];
    }
    control.process(batch);
    double[] y = new double[x.length];
    for (int c = 0; c < x.length; c++) {
      y[c] = batch.channel(c)[0];
    }
    return y;
  }

  /** α = 1, target 1, η = ½: x = 3 gives y = 3, g = ½·(9 − 1) = 4; then y = 3/5. */
  @Test
  void oneChannelByHand() {
    GainControl control = new GainControl(GainParameters.ofChannels(1, 1, 1, 0.5));
    assertThat(step(control, 3)).containsExactly(3);
    assertThat(control.gains()).containsExactly(4);
    assertThat(step(control, 3)[0]).isCloseTo(0.6, within(1e-15));
    assertThat(control.gains()[0]).isCloseTo(4 + 0.5 * (0.36 - 1), within(1e-15));
  }

  /** One vector (1, 1)/√2 with gain 2: A = [[2, 1], [1, 2]], so A⁻¹ (3, 0) = (2, −1). */
  @Test
  void twoChannelsByHand() {
    double r = Math.sqrt(0.5);
    // The first step, x = (r, r)·√3, z = √3, brings the gain to 1·(3 − 1) = 2.
    GainControl control = new GainControl(new GainParameters(new double[][] {{r, r}}, 1, 1, 1));
    step(control, Math.sqrt(1.5), Math.sqrt(1.5));
    assertThat(control.gains()[0]).isCloseTo(2, within(1e-14));
    double[] y = step(control, 3, 0);
    assertThat(y[0]).isCloseTo(2, within(1e-14));
    assertThat(y[1]).isCloseTo(-1, within(1e-14));
  }

  @Test
  void whatIsLoudAndCorrelatedComesOutEvenAndApart() {
    GainControl control = new GainControl(GainParameters.ofPairs(2, 0.1, 1, 0.002));
    SplittableRandom random = new SplittableRandom(5);
    double[][] sums = new double[2][2];
    int counted = 0;
    for (int i = 0; i < 60_000; i++) {
      double common = random.nextGaussian();
      double[] y =
          step(
              control, 4 * common + 3 * random.nextGaussian(), -2 * common + random.nextGaussian());
      if (i >= 30_000) {
        counted++;
        for (int a = 0; a < 2; a++) {
          for (int b = 0; b < 2; b++) {
            sums[a][b] += y[a] * y[b];
          }
        }
      }
    }
    assertThat(sums[0][0] / counted).isCloseTo(1, within(0.05));
    assertThat(sums[1][1] / counted).isCloseTo(1, within(0.05));
    assertThat(sums[0][1] / counted).isCloseTo(0, within(0.05));
  }

  @Test
  void aSilenceWindsNothingUp() {
    GainControl control = new GainControl(GainParameters.ofPairs(2, 0.5, 1, 0.1));
    for (int i = 0; i < 100_000; i++) {
      step(control, 0, 0);
    }
    for (double gain : control.gains()) {
      assertThat(gain).isBetween(-0.2, 0.0);
    }
    // As if the silence had lasted a step: 1/α = 2, less what the vectors share.
    double[] y = step(control, 1, -1);
    assertThat(y[0]).isBetween(1.5, 2.0);
    assertThat(y[1]).isBetween(-2.0, -1.5);
  }

  @Test
  void aMissingChannelTeachesNothing() {
    GainControl control = new GainControl(GainParameters.ofPairs(2, 1, 1, 0.1));
    step(control, 2, 3);
    double[] before = control.gains();
    assertThat(step(control, 1, Double.NaN)).containsExactly(Double.NaN, Double.NaN);
    assertThat(control.gains()).isEqualTo(before);
  }

  @Test
  void saysThatAVectorIsNotOfLengthOne() {
    assertThatThrownBy(() -> new GainParameters(new double[][] {{1, 1}}, 1, 1, 0.1))
        .hasMessageContaining("vector 0 has 2 channels and length 1.414");
  }
}

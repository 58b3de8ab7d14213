package org.saccade.operators.signal.iir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.operators.signal.Integers;
import org.saccade.operators.signal.Recording;
import org.saccade.operators.signal.Run;
import org.saccade.operators.signal.iir.IirParameters.Start;

/**
 * Output is that of SciPy 1.17.1: {@code sosfilt(vstack([butter(4, [1, 40], 'bandpass',
 * output='sos', fs=250), tf2sos(*iirnotch(50, 30, fs=250))]), x)}, with {@code zi = sosfilt_zi(sos)
 * * x[0]} for the start from the first sample.
 */
class IirFilterTest {
  private static final double[] X = Integers.noise(3000, 500);

  private static double[] filter(Start start, int bridge, double... x) {
    IirParameters parameters =
        new IirParameters(
            List.of(Butterworth.bandPass(4, 1, 40), new Notch(50, 30)), start, bridge);
    return Run.whole(sink -> new IirFilter(parameters, 250, 1), Recording.of(x)).channel(0);
  }

  private static double rms(double[] y) {
    double squares = 0;
    for (double v : y) {
      squares += v * v;
    }
    return Math.sqrt(squares / y.length);
  }

  @Test
  void isTheSectionFilterOfSciPyFromZero() {
    double[] y = filter(Start.ZERO, 0, X);
    assertThat(y[0]).isCloseTo(6.812502954268535, within(1e-9));
    assertThat(y[100]).isCloseTo(-803.0069823162448, within(1e-9));
    assertThat(y[2999]).isCloseTo(308.4059353684762, within(1e-9));
    assertThat(rms(y)).isCloseTo(320.65049901407025, within(1e-9));
  }

  @Test
  void isTheSectionFilterOfSciPyFromTheFirstSample() {
    double[] y = filter(Start.FIRST_SAMPLE, 0, X);
    assertThat(y[0]).isCloseTo(0, within(1e-9));
    assertThat(y[100]).isCloseTo(-782.9920139940841, within(1e-9));
    assertThat(y[2999]).isCloseTo(308.40593536865873, within(1e-9));
    assertThat(rms(y)).isCloseTo(319.40208386020873, within(1e-9));
  }

  @Test
  void aMissingSampleIsMissingAndNothingElseIsPoisoned() {
    double[] x = X.clone();
    x[1000] = Double.NaN;
    x[1001] = Double.POSITIVE_INFINITY;
    double[] y = filter(Start.FIRST_SAMPLE, 2, x);
    assertThat(y[1000]).isNaN();
    assertThat(y[1001]).isNaN();
    double[] held = X.clone();
    held[1000] = X[999];
    held[1001] = X[999];
    double[] bridged = filter(Start.FIRST_SAMPLE, 0, held);
    for (int i = 0; i < x.length; i++) {
      if (i != 1000 && i != 1001) {
        assertThat(y[i]).isEqualTo(bridged[i]);
      }
    }
  }

  @Test
  void startsAgainAfterAHoleThatIsTooLong() {
    double[] x = X.clone();
    x[1000] = Double.NaN;
    x[1001] = Double.NaN;
    double[] y = filter(Start.FIRST_SAMPLE, 1, x);
    double[] fresh = filter(Start.FIRST_SAMPLE, 1, java.util.Arrays.copyOfRange(X, 1002, X.length));
    assertThat(java.util.Arrays.copyOfRange(y, 1002, y.length)).isEqualTo(fresh);
  }

  @Test
  void whatHasDecayedIsNothing() {
    double[] x = new double[400_000];
    x[0] = 1000;
    double[] y = filter(Start.ZERO, 0, x);
    for (int i = 300_000; i < x.length; i++) {
      assertThat(y[i]).isZero();
    }
  }

  @Test
  void saysThatABatchHasOtherChannels() {
    assertThatThrownBy(
            () ->
                Run.whole(
                    sink -> new IirFilter(IirParameters.of(new Notch(50, 30)), 250, 2),
                    Recording.of(X)))
        .hasMessage("a batch of 1 channels, but the operator was made for 2");
  }
}

package org.saccade.operators.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExponentialDecayTest {
  @Property(tries = 300)
  void isTheExponentialToSomeUnitsInTheLastPlace(
      @ForAll @LongRange(min = 1, max = ExponentialDecay.MAX_TAU) long tau,
      @ForAll @DoubleRange(min = 0, max = 39) double taus) {
    long dt = (long) (taus * tau);
    double exact = StrictMath.exp(-(double) dt / tau);
    assertThat(new ExponentialDecay(tau).after(dt)).isCloseTo(exact, within(1e-14 * exact));
  }

  @Test
  void nothingIsLostBeforeTimeAndNothingIsLeftAfterLong() {
    ExponentialDecay decay = new ExponentialDecay(1000);
    assertThat(decay.after(0)).isEqualTo(1);
    assertThat(decay.after(-5)).isEqualTo(1);
    assertThat(decay.after(60_000)).isZero();
    assertThat(decay.after(Long.MAX_VALUE)).isZero();
  }
}

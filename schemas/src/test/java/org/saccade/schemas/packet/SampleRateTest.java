package org.saccade.schemas.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRateTest {
  @ParameterizedTest
  @CsvSource({"250, 250, 1", "487.5, 975, 2", "1000.5, 2001, 2", "600.61499, 60061499, 100000"})
  void isExactlyThatOfItsDecimals(double hz, long numerator, long denominator) {
    assertThat(SampleRate.of(hz)).isEqualTo(new SampleRate(numerator, denominator));
  }

  @Property(tries = 500)
  void everyRateOfARecordingIsHeldToAMillionthOfAHertzOrNineDigits(
      @ForAll @DoubleRange(min = -5, max = 9) double power) {
    double hz = Math.pow(10, power);
    assertThat(SampleRate.of(hz).hz()).isCloseTo(hz, within(Math.max(5.1e-7, 1e-9 * hz)));
  }

  /** Of an LSL stream's stamps: more than nine digits. */
  @ParameterizedTest
  @CsvSource({"1280.895731", "1000.0123456789", "30000.123456", "999999999.7"})
  void ratesOfMoreThanNineDigitsAreTheNearestFraction(double hz) {
    assertThat(SampleRate.of(hz).hz()).isCloseTo(hz, within(1e-9 * hz));
  }
}

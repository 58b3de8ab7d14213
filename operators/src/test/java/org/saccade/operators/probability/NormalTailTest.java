package org.saccade.operators.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailTest {
  /** Abramowitz and Stegun, tables 7.1 and 7.3; Python's math.erfc for the last digits. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.5, 0.4795001221869535",
    "1, 0.15729920705028513",
    "2, 0.004677734981047266",
    "2.4, 0.0006885138966450786",
    "2.5, 0.0004069520174449589",
    "4, 1.541725790028002e-08",
    "10, 2.088487583762545e-45",
    "26, 5.663192408856143e-296",
    "-1, 1.8427007929497148"
  })
  void agreesWithTables(double x, double expected) {
    assertThat(NormalTail.erfc(x)).isCloseTo(expected, within(expected * 1e-12));
  }

  @Property
  void bothSidesAddUp(@ForAll @DoubleRange(min = -30, max = 30) double x) {
    assertThat(NormalTail.erfc(x) + NormalTail.erfc(-x)).isCloseTo(2, within(1e-15));
  }

  @Property
  void falls(@ForAll @DoubleRange(min = -5, max = 25) double x) {
    assertThat(NormalTail.erfc(x + 0.01)).isLessThan(NormalTail.erfc(x));
  }
}

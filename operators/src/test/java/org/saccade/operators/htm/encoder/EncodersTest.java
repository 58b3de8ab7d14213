package org.saccade.operators.htm.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EncodersTest {
  private static BitSet bits(ValueEncoder encoder, double value) {
    int[] out = new int[encoder.active() + 2];
    int to = encoder.encode(value, 0, out, 1);
    return set(out, 1, to);
  }

  private static BitSet set(int[] bits, int from, int to) {
    BitSet set = new BitSet();
    Arrays.stream(bits, from, to).forEach(set::set);
    assertThat(set.cardinality()).as("each bit once").isEqualTo(to - from);
    return set;
  }

  private static int overlap(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }

  @Test
  void aScalarIsARunOfBits() {
    ScalarEncoder encoder = new ScalarEncoder(14, 3, 1, 8, false);
    assertThat(bits(encoder, 1).stream()).containsExactly(0, 1, 2);
    assertThat(bits(encoder, 4.5).stream()).containsExactly(6, 7, 8);
    assertThat(bits(encoder, 8).stream()).containsExactly(11, 12, 13);
    assertThat(bits(encoder, -1e30)).isEqualTo(bits(encoder, 1));
    assertThat(bits(encoder, 1e30)).isEqualTo(bits(encoder, 8));
  }

  @Test
  void aPeriodicScalarGoesAroundTheRing() {
    ScalarEncoder day = ScalarEncoder.periodic(21, 0, 24, 9.49);
    assertThat(day.size()).as("NAB's time of day").isEqualTo(54);
    assertThat(bits(day, 24)).isEqualTo(bits(day, 0));
    assertThat(bits(day, 23.9).stream()).containsExactly(range(0, 20, 53));
    assertThat(overlap(bits(day, 3), bits(day, 12.5))).isZero();
  }

  private static Integer[] range(int from, int to, int last) {
    Integer[] range = new Integer[to - from + 1];
    Arrays.setAll(range, i -> i + from);
    range[to - from] = last;
    return range;
  }

  @Property
  void bucketsApartCostOneBitEach(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
    HashedEncoder encoder = new HashedEncoder(4000, 21, 0.5, 7);
    BitSet here = bits(encoder, value);
    assertThat(here.cardinality()).isBetween(18, 21);
    double bucket = Math.floor(value / 0.5) * 0.5;
    assertThat(bits(encoder, bucket)).isEqualTo(here);
    assertThat(overlap(here, bits(encoder, value + 5 * 0.5))).isBetween(14, 19);
    assertThat(overlap(here, bits(encoder, value + 1000))).isLessThan(7);
  }

  @Test
  void bucketsBelowZeroAreAsWideAsThoseAbove() {
    HashedEncoder encoder = new HashedEncoder(400, 21, 1, 42);
    assertThat(bits(encoder, -0.5)).isNotEqualTo(bits(encoder, 0.5));
    assertThat(bits(encoder, -0.5)).isEqualTo(bits(encoder, -1));
  }

  /** htm.core's check: of 1000 random values hardly any two are alike. */
  @Test
  void randomValuesHardlyOverlap() {
    HashedEncoder encoder = new HashedEncoder(1000, 20, 1, 42);
    for (int i = 0; i < 1000; i++) {
      BitSet one = bits(encoder, 1000 * i);
      BitSet other = bits(encoder, 1000 * i + 500);
      assertThat(overlap(one, other) / 20.0).isLessThanOrEqualTo(0.33);
    }
  }

  @Test
  void hugeValuesHaveBits() {
    HashedEncoder encoder = new HashedEncoder(400, 21, 1e-3, 42);
    assertThat(bits(encoder, 1e30).cardinality()).isGreaterThan(17);
    assertThat(bits(encoder, -Double.MAX_VALUE)).isNotEqualTo(bits(encoder, Double.MAX_VALUE));
  }

  @Test
  void theCalendarIsRead() {
    DateEncoder encoder = new DateEncoder(21, 9.49, 2, 2, 2);
    BitSet sunday = date(encoder, "2014-07-06T12:00:00");
    BitSet monday = date(encoder, "2014-07-07T12:00:00");
    BitSet friday = date(encoder, "2014-07-04T12:00:00");
    assertThat(overlap(sunday, monday)).as("hour and season").isEqualTo(21 + 2);
    assertThat(overlap(monday, friday)).as("and no weekend").isEqualTo(21 + 2 + 2);
    assertThat(overlap(monday, date(encoder, "1968-07-08T12:00:00"))).isEqualTo(21 + 6);
    assertThat(encoder.size()).isEqualTo(54 + 14 + 8 + 4);
  }

  private static BitSet date(DateEncoder encoder, String time) {
    int[] out = new int[encoder.active()];
    long micros = LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    return set(out, 0, encoder.encode(micros, 0, out, 0));
  }

  @Test
  void fieldsFollowOneAnother() {
    HashedEncoder a = new HashedEncoder(100, 5, 1, 1);
    ScalarEncoder b = new ScalarEncoder(50, 4, 0, 1, false);
    RecordEncoder encoder = new RecordEncoder(new DateEncoder(21, 9.49, 0, 0, 0), a, b);
    assertThat(encoder.size()).isEqualTo(204);
    assertThat(encoder.active()).isEqualTo(30);
    int[] out = new int[30];
    BitSet all = set(out, 0, encoder.encode(0, new double[] {3, 1}, out));
    assertThat(all.get(0, 54).cardinality()).isEqualTo(21);
    assertThat(all.get(54, 154)).isEqualTo(bits(a, 3));
    assertThat(all.get(154, 204)).isEqualTo(bits(b, 1));
  }

  @Test
  void impossibleEncodersAreRefusedByName() {
    assertThatThrownBy(() -> new HashedEncoder(10, 10, 1, 0)).hasMessageContaining("active=10");
    assertThatThrownBy(() -> new HashedEncoder(10, 2, Double.NaN, 0))
        .hasMessageContaining("resolution=NaN");
    assertThatThrownBy(() -> new ScalarEncoder(10, 2, 3, 3, true)).hasMessageContaining("min=3");
  }
}

package org.saccade.operators.htm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saccade.operators.probability.SplitMix;

/** Bit planes count and choose as plain counting and sorting do. */
class BitCountsTest {
  @Property(tries = 200)
  void countAndChooseAsSortingDoes(
      @ForAll @IntRange(min = 1, max = 300) int columns,
      @ForAll @IntRange(min = 0, max = 70) int sets,
      @ForAll long seed) {
    SplitMix random = new SplitMix(seed);
    BitCounts counts = new BitCounts(columns, 70);
    int[] plain = new int[columns];
    int words = columns + 63 >> 6;
    for (int i = 0; i < sets; i++) {
      long[] set = new long[words + 1];
      for (int c = 0; c < columns; c++) {
        if (random.nextInt(3) == 0) {
          set[1 + (c >> 6)] |= 1L << c;
          plain[c]++;
        }
      }
      counts.add(set, 1);
    }
    int k = random.nextInt(columns + 1);
    long[] chosen = new long[words];
    counts.largest(k, chosen);
    BitSet expected = new BitSet();
    IntStream.range(0, columns)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(c -> plain[c]).thenComparing(c -> c).reversed())
        .limit(k)
        .forEach(expected::set);
    assertThat(BitSet.valueOf(chosen)).isEqualTo(expected);
    assertThat(IntStream.range(0, columns).map(counts::count).toArray()).isEqualTo(plain);
  }
}

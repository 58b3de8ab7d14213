package org.saccade.operators.htm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;

class TemporalMemoryTest {
  /** Four columns a record of 64, cells four a column. */
  private static TemporalMemoryParameters parameters(int perCell, int segments, int synapses) {
    return new TemporalMemoryParameters(
        4, 3, 2, 4, perCell, segments, synapses, 0.5, 0.1, 0.1, 0.02, 0.5, 1);
  }

  private static TemporalMemory memory(int perCell, int segments, int synapses) {
    return new TemporalMemory(parameters(perCell, segments, synapses), 64, 4);
  }

  private static int[] letter(int c) {
    int first = (c - 'A') * 4;
    return new int[] {first, first + 1, first + 2, first + 3};
  }

  private static String expected(TemporalMemory memory, String letters) {
    StringBuilder told = new StringBuilder();
    letters.chars().forEach(c -> told.append(memory.step(letter(c), 4, true)));
    return told.toString();
  }

  @Test
  void expectsWhatFollowedBefore() {
    TemporalMemory memory = memory(8, 500, 8);
    assertThat(expected(memory, "ABCD")).isEqualTo("0000");
    memory.reset();
    assertThat(expected(memory, "ABCD")).isEqualTo("0444");
    memory.reset();
    assertThat(expected(memory, "ABPD")).isEqualTo("0400");
  }

  /** The same letters after different beginnings: only a memory of context tells the endings. */
  @Test
  void tellsEndingsByTheBeginning() {
    TemporalMemory memory = memory(8, 500, 8);
    for (int i = 0; i < 10; i++) {
      expected(memory, "ABCD");
      memory.reset();
      expected(memory, "EBCF");
      memory.reset();
    }
    expected(memory, "ABC");
    assertThat(memory.step(letter('F'), 4, false)).isZero();
    memory.reset();
    expected(memory, "ABC");
    assertThat(memory.step(letter('D'), 4, false)).isEqualTo(4);
  }

  @Test
  void aResetEndsTheSequence() {
    TemporalMemory memory = memory(8, 500, 8);
    expected(memory, "ABABAB");
    memory.reset();
    assertThat(expected(memory, "B")).isEqualTo("0");
  }

  @Test
  void unlearnsWhatDoesNotCome() {
    TemporalMemory memory = memory(8, 500, 8);
    expected(memory, "AB");
    memory.reset();
    for (int i = 0; i < 60; i++) {
      expected(memory, "AC");
      memory.reset();
    }
    expected(memory, "A");
    assertThat(memory.step(letter('B'), 4, false)).isZero();
  }

  @Test
  void keepsItsBoundsAndItsIndexWhateverComes() {
    TemporalMemory memory = memory(2, 60, 6);
    SplitMix random = new SplitMix(8);
    for (int i = 0; i < 3000; i++) {
      memory.step(letter('A' + random.nextInt(16)), 4, true);
      checkIndex(memory.segments);
    }
    assertThat(memory.segments.live()).isEqualTo(60);
    for (int cell = 0; cell < 256; cell++) {
      assertThat(memory.segments.onCell(cell)).isLessThanOrEqualTo(2);
    }
  }

  /** What the index marks for any cell are the synapses that lie on it. */
  private static void checkIndex(Segments segments) {
    Synapses synapses = segments.synapses;
    for (int cell = 0; cell < 256; cell += 7) {
      long[] marked = new long[synapses.words(segments.cell.length)];
      synapses.mark(cell, marked);
      for (int s = 0; s < segments.end(); s++) {
        int plain = 0;
        int strong = 0;
        for (int i = segments.first(s); i < segments.first(s) + segments.sizes[s]; i++) {
          boolean on = synapses.presynaptic[i] == cell;
          plain += on ? 1 : 0;
          strong += on && synapses.permanence(i) >= 5000 ? 1 : 0;
          assertThat(marked[i >> 6] >>> i & 1).isEqualTo(on ? 1 : 0);
        }
        assertThat(synapses.count(s, marked)).as("segment %d on cell %d", s, cell).isEqualTo(plain);
        assertThat(synapses.countConnected(s, marked)).isEqualTo(strong);
      }
    }
  }

  @Test
  void theSegmentUnusedForLongestGivesWay() {
    TemporalMemory memory = memory(8, 150, 8);
    SplitMix random = new SplitMix(2);
    for (int i = 0; i < 2000; i++) {
      memory.step(letter('A' + random.nextInt(16)), 4, true);
      Segments segments = memory.segments;
      if (segments.live() > 0) {
        int oldest =
            IntStream.range(0, segments.end())
                .filter(segments::alive)
                .boxed()
                .min(Comparator.comparingLong(s -> segments.lastUsed[s]))
                .orElseThrow();
        assertThat(segments.leastRecentlyUsed()).isEqualTo(oldest);
      }
    }
  }
}

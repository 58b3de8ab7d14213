package org.saccade.operators.htm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;

/** The pooler against the rule as it is written down, on plain arrays. */
class SpatialPoolerTest {
  private static final int INPUTS = 90;
  private static final int COLUMNS = 128;
  private static final int WINNERS = 6;
  private static final SpatialPoolerParameters PARAMETERS =
      new SpatialPoolerParameters(COLUMNS, WINNERS, 0.8, 0.03, 0.005, 0.2, 0, 9);

  private final PotentialPools pools = new PotentialPools(PARAMETERS, INPUTS);
  private final SpatialPooler pooler = new SpatialPooler(PARAMETERS, pools, INPUTS, 12);

  private int[] permanences() throws IOException {
    int[] all = new int[COLUMNS * pools.size()];
    int at = 0;
    for (int band = 0; band < pooler.bands(); band++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pooler.writeBand(band, new DataOutputStream(bytes));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      for (; in.available() > 0; at++) {
        all[at] = in.readShort();
      }
    }
    return all;
  }

  @Test
  void eachColumnMayConnectToItsPartOfTheInputs() {
    assertThat(pools.size()).isEqualTo(72);
    char[] inputs = pools.inputs();
    for (int c = 0; c < COLUMNS; c++) {
      char[] pool = Arrays.copyOfRange(inputs, c * 72, (c + 1) * 72);
      for (int i = 1; i < 72; i++) {
        assertThat(pool[i]).isGreaterThan(pool[i - 1]).isLessThan((char) INPUTS);
      }
    }
  }

  @Test
  void halfOfTheSynapsesBeginConnected() throws IOException {
    long connected = Arrays.stream(permanences()).filter(p -> p >= 4000).count();
    assertThat(connected / (double) (COLUMNS * 72)).isBetween(0.48, 0.52);
  }

  @Test
  void choosesAndLearnsByTheRule() throws IOException {
    SplitMix random = new SplitMix(4);
    int[] columns = new int[WINNERS];
    for (int record = 0; record < 300; record++) {
      int[] active = random(random);
      int[] before = permanences();
      pooler.step(active, active.length, true, columns);
      assertThat(columns).as("record %d", record).isEqualTo(winners(before, active));
      assertThat(permanences()).as("record %d", record).isEqualTo(learnt(before, active, columns));
    }
  }

  private static int[] random(SplitMix random) {
    // Twenty kinds of record, so that columns learn some of them well.
    SplitMix kind = new SplitMix(random.nextInt(20));
    return IntStream.generate(() -> kind.nextInt(INPUTS)).distinct().limit(12).toArray();
  }

  private int[] winners(int[] permanence, int[] active) {
    int[] overlap = new int[COLUMNS];
    for (int i = 0; i < permanence.length; i++) {
      int input = pools.inputs()[i];
      if (permanence[i] >= 4000 && Arrays.stream(active).anyMatch(a -> a == input)) {
        overlap[i / pools.size()]++;
      }
    }
    return IntStream.range(0, COLUMNS)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(c -> overlap[c]).thenComparing(c -> c).reversed())
        .limit(WINNERS)
        .mapToInt(c -> c)
        .sorted()
        .toArray();
  }

  private int[] learnt(int[] permanence, int[] active, int[] columns) {
    int[] after = permanence.clone();
    for (int column : columns) {
      for (int i = column * pools.size(); i < (column + 1) * pools.size(); i++) {
        int input = pools.inputs()[i];
        boolean on = Arrays.stream(active).anyMatch(a -> a == input);
        int p = Math.min(20_000, after[i] + (on ? 600 : -100));
        after[i] = p < 300 ? 0 : p;
      }
    }
    return after;
  }

  @Test
  void aColumnThatNeverOverlapsIsRaisedUntilItDoes() throws IOException {
    SpatialPoolerParameters rescuing =
        new SpatialPoolerParameters(COLUMNS, WINNERS, 0.8, 0.03, 0.03, 0.2, 0.5, 9);
    SpatialPooler rescued = new SpatialPooler(rescuing, pools, INPUTS, 12);
    SpatialPooler left = new SpatialPooler(PARAMETERS, pools, INPUTS, 12);
    int[] none = {};
    int[] few = {0, 1};
    int[] columns = new int[WINNERS];
    for (int i = 0; i < 50 * 10; i++) {
      rescued.step(i % 2 == 0 ? none : few, i % 2 == 0 ? 0 : 2, true, columns);
      left.step(i % 2 == 0 ? none : few, i % 2 == 0 ? 0 : 2, true, columns);
    }
    assertThat(connectedTo(rescued, 0)).isGreaterThan(connectedTo(left, 0));
  }

  private long connectedTo(SpatialPooler pooler, int input) throws IOException {
    long n = 0;
    for (int band = 0, at = 0; band < pooler.bands(); band++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pooler.writeBand(band, new DataOutputStream(bytes));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      for (; in.available() > 0; at++) {
        n += in.readShort() >= 4000 && pools.inputs()[at] == input ? 1 : 0;
      }
    }
    return n;
  }
}

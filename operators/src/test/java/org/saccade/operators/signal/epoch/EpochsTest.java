package org.saccade.operators.signal.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.SampleBatch;

class EpochsTest {
  private final List<String> found = new ArrayList<>();

  private final EpochSink sink =
      new EpochSink() {
        @Override
        public void epoch(String marker, long sample, double[][] values) {
          found.add(marker + "@" + sample + Arrays.deepToString(values));
        }

        @Override
        public void rejected(String marker, long sample, Reason reason, int channel) {
          found.add(marker + "@" + sample + " " + reason + " " + channel);
        }
      };

  /** Four samples from one before the marker; baseline: the first; up to three samples late. */
  private Epochs epochs(Rejection rejection, String... markers) {
    return new Epochs(new EpochParameters(List.of(markers), -1, 4, 0, 1, rejection, 3, 2), 1, sink);
  }

  private static SampleBatch samples(double... values) {
    SampleBatch batch = new SampleBatch();
    batch.shape(1, values.length);
    System.arraycopy(values, 0, batch.channel(0), 0, values.length);
    return batch;
  }

  @Test
  void aMarkerMayComeBeforeItsSamplesOrAfterThem() {
    Epochs before = epochs(Rejection.NONE);
    before.marker(2, 7);
    before.process(samples(5, 6, 8, 9, 11, 12, 13));
    assertThat(found).containsExactly("7@2[[0.0, 2.0, 3.0, 5.0]]");
    found.clear();
    Epochs after = epochs(Rejection.NONE);
    after.process(samples(5, 6, 8, 9, 11, 12, 13));
    after.marker(2, "7");
    assertThat(found).containsExactly("7@2[[0.0, 2.0, 3.0, 5.0]]");
  }

  @Test
  void onlyTheMarkersThatAreNamedCount() {
    Epochs epochs = epochs(Rejection.NONE, "go", "11");
    epochs.process(samples(0, 0, 0, 0, 0, 0));
    epochs.marker(2, "stop");
    epochs.marker(2, 12);
    epochs.marker(2, "go");
    epochs.marker(3, 11);
    assertThat(found).containsExactly("go@2[[0.0, 0.0, 0.0, 0.0]]", "11@3[[0.0, 0.0, 0.0, 0.0]]");
  }

  @Test
  void tellsWhyThereIsNone() {
    Rejection rejection = new Rejection(100, 1, 50);
    Epochs epochs = epochs(rejection);
    epochs.process(samples(0, 30, 60, 101, 0, 51, 52, 53, 53, 53, 53.5, 53.9));
    epochs.gap(2);
    epochs.marker(0, "start");
    epochs.marker(4, "old");
    assertThat(found).containsExactly("start@0 MISSING -1", "old@4 LATE -1");
    found.clear();

    epochs = epochs(rejection);
    for (double[] x :
        new double[][] {
          {0, 30, 60, 101},
          {0, 51, 52, 53},
          {53, 53, 53.5, 53.9},
          {1, Double.NaN, 1, 1},
          {0, 50, 100, 99}
        }) {
      epochs.marker(epochs.next() + 1, "m");
      epochs.process(samples(x));
    }
    assertThat(found)
        .containsExactly(
            "m@1 AMPLITUDE 0",
            "m@5 STEP 0",
            "m@9 FLAT 0",
            "m@13 MISSING 0",
            "m@17[[0.0, 50.0, 100.0, 99.0]]");
  }

  @Test
  void markersThatWaitAreBoundedAndToldAtTheEnd() {
    Epochs epochs = epochs(Rejection.NONE);
    epochs.marker(1000, "b");
    epochs.marker(900, "a");
    epochs.marker(1, "c");
    epochs.end();
    assertThat(found).containsExactly("c@1 CROWDED -1", "a@900 ENDED -1", "b@1000 ENDED -1");
  }

  @Test
  void saysThatAMarkerIsNowhere() {
    assertThatThrownBy(() -> epochs(Rejection.NONE).marker(Long.MIN_VALUE + 1, "m"))
        .hasMessageContaining("must be within ±1125899906842624");
  }

  /** Within the bounds it does not matter when a marker comes. */
  @Property(tries = 200)
  void whenAMarkerComesChangesNoEpoch(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(300).toArray();
    long[] at = random.longs(40, 0, 280).sorted().toArray();
    EpochParameters parameters =
        new EpochParameters(List.of(), -5, 20, 0, 5, new Rejection(0.98, 0, 0.97), 30, 100);
    Epochs early = new Epochs(parameters, 1, sink);
    for (long sample : at) {
      early.marker(sample, "m" + sample % 7);
    }
    early.process(samples(x));
    List<String> want = new ArrayList<>(found);
    found.clear();

    Epochs late = new Epochs(parameters, 1, sink);
    long[] comes =
        Arrays.stream(at).map(s -> Math.max(0, s + random.nextInt(-60, 15 + 30))).toArray();
    for (int i = 0; i <= x.length; i++) {
      for (int m = 0; m < at.length; m++) {
        if (Math.min(comes[m], x.length) == i) {
          late.marker(at[m], "m" + at[m] % 7);
        }
      }
      if (i < x.length) {
        late.process(samples(x[i]));
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(want);
    found.clear();
  }
}

package org.saccade.operators.signal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.SampleBatch;

class WindowsTest {
  private final List<String> given = new ArrayList<>();

  /** First and last sample of the window. */
  private static final class Ends implements WindowFunction {
    @Override
    public int values() {
      return 2;
    }

    @Override
    public void apply(double[] x, double[] out, int at) {
      out[at] = x[0];
      out[at + 1] = x[x.length - 1];
    }
  }

  private Windows windows(int length, int step) {
    return new Windows(
        new WindowParameters(length, step),
        1,
        (first, values) -> given.add(first + ":" + values[0][0] + ".." + values[0][1]),
        new Ends());
  }

  private static SampleBatch samples(double from, int n) {
    SampleBatch batch = new SampleBatch();
    batch.shape(1, n);
    for (int i = 0; i < n; i++) {
      batch.channel(0)[i] = from + i;
    }
    return batch;
  }

  @Test
  void windowsOverlapOrFollowOrLeaveSamplesOut() {
    windows(4, 2).process(samples(0, 9));
    assertThat(given).containsExactly("0:0.0..3.0", "2:2.0..5.0", "4:4.0..7.0");
    given.clear();
    windows(2, 5).process(samples(0, 9));
    assertThat(given).containsExactly("0:0.0..1.0", "5:5.0..6.0");
  }

  @Test
  void numbersGoOnOverAGapAndNothingIsGivenOfNothing() {
    Windows windows = windows(4, 4);
    windows.process(samples(0, 6));
    windows.gap(1_000_000_000_001L);
    windows.process(samples(1_000_000_000_007L, 5));
    assertThat(given)
        .containsExactly(
            "0:0.0..3.0",
            "4:NaN..NaN",
            "1000000000004:NaN..NaN",
            "1000000000008:1.000000000008E12..1.000000000011E12");
  }
}

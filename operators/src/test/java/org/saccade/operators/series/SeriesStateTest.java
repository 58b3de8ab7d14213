package org.saccade.operators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.paged.PageStore;
import org.saccade.operators.probability.SplitMix;

/** A detector that is put away and taken back at any moment is the same detector. */
class SeriesStateTest {
  private static final HtmDesign DESIGN = new HtmDesign(HtmParameters.SMALL);
  private static final SeriesParameters PARAMETERS = new SeriesParameters(1, 60, 500);

  private static SeriesDetector detector() {
    return new SeriesDetector(DESIGN, PARAMETERS);
  }

  /** A wave that lies higher for every other 700 records, with odd values and what is no number. */
  private static double value(int i) {
    if (i % 97 == 0) {
      return i % 2 == 0 ? Double.NaN : 1e30;
    }
    double level = i / 700 % 2 == 0 ? 50 : 70;
    return level + 10 * StrictMath.sin(i * Math.PI / 12) + 3 * new SplitMix(i).nextDouble();
  }

  private static void bothStep(SeriesDetector whole, SeriesDetector stopped, int i) {
    whole.step(i * 60_000_000L, value(i), i % 400 < 350);
    stopped.step(i * 60_000_000L, value(i), i % 400 < 350);
    assertThat(stopped.rawScore()).as("record %d", i).isEqualTo(whole.rawScore());
    assertThat(stopped.anomalyScore()).as("record %d", i).isEqualTo(whole.anomalyScore());
    assertThat(stopped.drift()).as("record %d", i).isEqualTo(whole.drift());
  }

  private static int run(List<Integer> pieces) {
    SeriesDetector whole = detector();
    SeriesDetector stopped = detector();
    PageStore state = new PageStore();
    int drifts = 0;
    int i = 0;
    for (int piece : pieces) {
      for (int to = i + piece; i < to; i++) {
        bothStep(whole, stopped, i);
        drifts += Math.abs(whole.drift());
      }
      stopped.flush(state);
      stopped = detector();
      state.restoreInto(stopped);
    }
    assertThat(stopped.unusable()).isEqualTo(whole.unusable());
    return drifts;
  }

  @Test
  void aHundredRestoresAtRandomPointsChangeNothing() {
    SplitMix random = new SplitMix(5);
    int drifts =
        run(java.util.stream.Stream.generate(() -> random.nextInt(80)).limit(100).toList());
    assertThat(drifts).as("drifts on the way").isPositive();
  }

  @Property(tries = 10)
  void anyPiecesGiveTheScoresOfTheWhole(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 90) Integer> pieces) {
    run(pieces);
  }

  @Test
  void aModelOf2048ColumnsIsAtMostThreeMegabytes() {
    HtmDesign design = new HtmDesign(HtmParameters.VALUES);
    SeriesDetector detector = new SeriesDetector(design, new SeriesParameters(1, 750, 10_000));
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < 9000; i++) {
      detector.step(i, random.nextInt(130));
    }
    PageStore state = new PageStore();
    detector.flush(state);
    int bytes = state.pages().values().stream().mapToInt(p -> p.bytes().length).sum();
    System.out.printf(
        "a full model of noise: %,d bytes written, %,d held%n", bytes, detector.bytes());
    assertThat(bytes).isBetween(1_800_000, 3_000_000);
    assertThat(detector.bytes()).as("a thousand models in 6 GiB").isLessThan(6_200_000);
  }
}

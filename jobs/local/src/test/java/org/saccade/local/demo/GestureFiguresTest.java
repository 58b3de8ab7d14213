package org.saccade.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.Score;
import org.saccade.simulators.gesture.Gesture;
import org.saccade.simulators.gesture.Performance;

class GestureFiguresTest {
  private static final List<Performance.Span> TRUTH =
      List.of(
          new Performance.Span(Gesture.AIR_DRUMS, 100, 200),
          new Performance.Span(Gesture.AIR_GUITAR, 300, 400));

  private static Classification said(long from, long to, String label, double drums, double guitar) {
    Provenance provenance =
        new Provenance(
            new Id(new byte[16]), "gestures", "s", from, to, null, "spikepoint", "", "", "", -1,
            -1L, -1L);
    return new Classification(
        provenance,
        label,
        List.of(new Score("air_drums", drums), new Score("air_guitar", guitar)),
        1.0,
        2,
        100);
  }

  @Test
  void windowsWithinAGestureCountAndAddUpToItsVote() {
    GestureFigures figures = new GestureFigures(TRUTH);
    figures.said(said(90, 190, "air_guitar", 0, 1));
    figures.said(said(100, 150, "air_drums", 0.9, 0.1));
    figures.said(said(150, 200, "air_guitar", 0.4, 0.5));
    figures.said(said(300, 350, "air_guitar", 0.4, 0.5));
    figures.said(said(350, 400, "air_drums", 0.9, 0.1));
    assertThat(figures.answers()).isEqualTo(5);
    assertThat(figures.windows()).isEqualTo(4);
    assertThat(figures.rightWindows()).isEqualTo(2);
    assertThat(figures.gestures()).isEqualTo(2);
    assertThat(figures.rightGestures()).isEqualTo(1);
  }

  @Test
  void aGestureOfWhichNothingIsSaidIsWrong() {
    assertThat(new GestureFigures(TRUTH).rightGestures()).isZero();
  }
}

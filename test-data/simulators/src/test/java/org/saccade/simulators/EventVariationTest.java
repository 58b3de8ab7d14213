package org.saccade.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class EventVariationTest {
  private static EventBatch ramp(int n) {
    EventBatch events = new EventBatch(n);
    for (int i = 0; i < n; i++) {
      events.add(1_000 + 10L * i, 1, 2, 1);
    }
    return events;
  }

  @Test
  void aShareOfTheEventsStaysInOrder() {
    EventBatch half = new EventVariation(0.5, 0).apply(ramp(10_000), 8, 8, 3);
    assertThat(half.size()).isCloseTo(5_000, within(200));
    for (int i = 1; i < half.size(); i++) {
      assertThat(half.t(i)).isGreaterThan(half.t(i - 1));
    }
    assertThat(new EventVariation(0.5, 0).apply(ramp(10_000), 8, 8, 3)).isEqualTo(half);
    assertThat(new EventVariation(0.5, 0).apply(ramp(10_000), 8, 8, 4)).isNotEqualTo(half);
  }

  @Test
  void noiseIsUniformOverFrameTimeAndPolarity() {
    EventBatch noisy = new EventVariation(1, 0.3).apply(ramp(40_000), 4, 4, 5);
    assertThat(noisy.size()).isEqualTo(52_000);
    int[] pixels = new int[16];
    int on = 0;
    int early = 0;
    int n = 0;
    for (int i = 0; i < noisy.size(); i++) {
      assertThat(noisy.t(i)).isBetween(i == 0 ? 1_000 : noisy.t(i - 1), 400_990L);
      boolean own = noisy.x(i) == 1 && noisy.y(i) == 2;
      if (!own) {
        pixels[4 * noisy.y(i) + noisy.x(i)]++;
        on += noisy.p(i);
        early += noisy.t(i) < 201_000 ? 1 : 0;
        n++;
      }
    }
    assertThat(n).isCloseTo(12_000 * 15 / 16, within(120));
    for (int pixel = 0; pixel < 16; pixel++) {
      assertThat(pixels[pixel]).isCloseTo(pixel == 9 ? 0 : 750, within(pixel == 9 ? 0 : 110));
    }
    assertThat(on).isCloseTo(n / 2, within(220));
    assertThat(early).isCloseTo(n / 2, within(220));
  }

  @Test
  void nothingOfNothing() {
    assertThat(new EventVariation(0.5, 3).apply(new EventBatch(1), 4, 4, 1).size()).isZero();
    assertThat(new EventVariation(1, 0).isNone()).isTrue();
    assertThatThrownBy(() -> new EventVariation(0, 0)).hasMessageContaining("keep=0");
    assertThatThrownBy(() -> new EventVariation(1, -1)).hasMessageContaining("noiseShare=-1");
  }
}

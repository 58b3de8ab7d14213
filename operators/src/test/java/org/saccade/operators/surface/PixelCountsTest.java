package org.saccade.operators.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.Page;
import org.saccade.operators.stage.Pages;

class PixelCountsTest {
  private static PixelCounts of(int width, int height) {
    PixelCounts counts = new PixelCounts();
    counts.open(width, height);
    return counts;
  }

  private static void set(PixelCounts counts, int x, int y, int value) {
    counts.counts()[counts.origin() + y * counts.stride() + x] = value;
    counts.changed()[y >> counts.bandShift()] = true;
  }

  @Property(tries = 200)
  void comesBackFromItsPagesWhateverItHolds(
      @ForAll @IntRange(min = 1, max = 9_000) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll int[] values) {
    PixelCounts counts = of(width, height);
    for (int i = 0; i < values.length; i++) {
      int place = Math.floorMod(31 * i * values[i] + i, width * height);
      set(counts, place % width, place / width, values[i] >> i % 32);
    }
    Pages pages = new Pages();
    counts.flush(pages);
    PixelCounts restored = of(width, height);
    pages.giveTo(restored);
    assertThat(restored.counts()).isEqualTo(counts.counts());
  }

  @Test
  void aPageIsAsWideAsItsLargestCountNeeds() {
    for (int[] valueAndBytes :
        new int[][] {{255, 1}, {256, 2}, {65_535, 2}, {65_536, 4}, {-1, 4}}) {
      PixelCounts counts = of(3, 2);
      set(counts, 1, 1, valueAndBytes[0]);
      counts.flush(
          new Pages() {
            @Override
            public void put(int number, Page page) {
              assertThat(page.bytes()).hasSize(1 + 6 * valueAndBytes[1]);
            }
          });
    }
  }

  @Test
  void onlyBandsThatChangedAreGiven() {
    PixelCounts counts = of(1280, 720);
    set(counts, 5, 0, 1);
    set(counts, 5, 719, 1);
    Pages pages = new Pages();
    counts.flush(pages);
    assertThat(pages.numbers()).containsExactly(0, 719 >> counts.bandShift());
  }

  @Test
  void aPageOfAnotherFrameIsRefused() {
    Pages pages = new Pages();
    PixelCounts counts = of(3, 2);
    set(counts, 0, 0, 1);
    counts.flush(pages);
    assertThatThrownBy(() -> pages.giveTo(of(4, 2)))
        .hasMessage(
            "page of counts of version 1 with 7 bytes, expected version 1 and 1, 2 or 4 bytes"
                + " for each of 4x2 pixels: the state is of another frame");
  }
}

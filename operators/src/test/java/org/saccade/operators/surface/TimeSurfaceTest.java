package org.saccade.operators.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;

class TimeSurfaceTest {
  private static final class Store implements PageSink {
    private final TreeMap<Integer, Page> pages = new TreeMap<>();
    private int puts;

    @Override
    public void put(int number, Page page) {
      puts++;
      pages.put(number, page);
    }

    @Override
    public void remove(int number) {
      pages.remove(number);
    }

    private TimeSurface load(int width, int height) {
      TimeSurface surface = new TimeSurface(width, height);
      for (Map.Entry<Integer, Page> e : pages.entrySet()) {
        surface.restore(e.getKey(), e.getValue());
      }
      return surface;
    }
  }

  @Test
  void isNeverEverywhereAtFirst() {
    TimeSurface surface = new TimeSurface(3, 2);
    assertThat(surface.times()).hasSize(5 * 4).containsOnly(TimeSurface.NEVER);
  }

  @Test
  void givesOnlyTheBandsThatChanged() {
    Store store = new Store();
    TimeSurface surface = new TimeSurface(1280, 720);
    surface.flush(store);
    assertThat(store.puts).as("nothing was written").isZero();

    surface.time(0, 0, 5);
    surface.time(1279, 3, 6);
    surface.time(7, 719, 7);
    surface.flush(store);
    assertThat(store.pages.keySet()).as("4 rows of 1280 pixels a page").containsExactly(0, 179);

    surface.flush(store);
    assertThat(store.puts).as("nothing changed since").isEqualTo(2);
  }

  @Test
  void anOrdinaryBandTakesFourBytesAPixel() {
    Store store = new Store();
    TimeSurface surface = new TimeSurface(1280, 720);
    surface.time(0, 0, 1_000_000_000_000_000L);
    surface.time(1, 0, 1_000_000_000_000_000L + 4_294_967_293L);
    surface.flush(store);
    assertThat(store.pages.get(0).bytes()).hasSize(9 + 4 * 4 * 1280);
    assertThat(store.load(1280, 720).times()).isEqualTo(surface.times());

    surface.time(2, 0, 1_000_000_000_000_000L + 4_294_967_294L);
    surface.flush(store);
    assertThat(store.pages.get(0).bytes()).as("71 min 35 s apart").hasSize(9 + 8 * 4 * 1280);
    assertThat(store.load(1280, 720).times()).isEqualTo(surface.times());
  }

  @Property(tries = 200)
  void comesBackFromItsPagesWhateverItHolds(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 300) int height,
      @ForAll @IntRange(max = 50) int writes,
      @ForAll long seed,
      @ForAll @LongRange(min = 1, max = 1L << 60) long spread) {
    java.util.Random random = new java.util.Random(seed);
    Store store = new Store();
    TimeSurface surface = new TimeSurface(width, height);
    for (int i = 0; i < writes; i++) {
      long t = (random.nextLong() >>> 3) % spread * (random.nextBoolean() ? 1 : -1);
      surface.time(random.nextInt(width), random.nextInt(height), t);
      if (i % 7 == 0) {
        surface.flush(store);
      }
    }
    surface.flush(store);
    assertThat(store.load(width, height).times()).isEqualTo(surface.times());
  }

  @Test
  void readsPagesOfTheVersionBefore() {
    ByteBuffer old = ByteBuffer.allocate(8 * 6).order(ByteOrder.LITTLE_ENDIAN);
    for (long t : new long[] {1, 2, TimeSurface.NEVER, 4, 5, -6}) {
      old.putLong(t);
    }
    TimeSurface surface = new TimeSurface(3, 2);
    surface.restore(0, new Page(1, old.array()));
    assertThat(surface.time(0, 0)).isEqualTo(1);
    assertThat(surface.time(2, 0)).isEqualTo(TimeSurface.NEVER);
    assertThat(surface.time(2, 1)).isEqualTo(-6);
  }

  @Test
  void refusesPagesOfAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> new TimeSurface(3, 2).restore(0, new Page(3, new byte[100])))
        .hasMessage("time surface page of version 3, expected 1 or 2");
  }

  @Test
  void aSurfaceThatIsOpenedAnewOrReleasedTakesItsOldPagesOutOfState() {
    Store store = new Store();
    TimeSurface surface = new TimeSurface(1280, 720);
    surface.time(0, 0, 5);
    surface.time(0, 719, 5);
    surface.flush(store);

    surface.open(1280, 16);
    surface.time(3, 15, 9);
    surface.flush(store);
    assertThat(store.pages.keySet()).containsExactly(3);

    surface.release();
    surface.flush(store);
    assertThat(store.pages).isEmpty();
    assertThat(surface.bytes()).isZero();
  }
}

package org.saccade.operators.paged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.saccade.operators.surface.TimeSurface;

class PagedPartsTest {
  @Test
  void everyPartComesBackFromItsOwnPages() {
    TimeSurface a = new TimeSurface(3, 2);
    TimeSurface b = new TimeSurface(3, 2);
    a.time(1, 1, 7);
    b.time(2, 0, 9);
    PageStore store = new PageStore();
    new PagedParts(a, b).flush(store);
    assertThat(store.pages().keySet()).containsExactly(0, 1 << 16);

    TimeSurface c = new TimeSurface(3, 2);
    TimeSurface d = new TimeSurface(3, 2);
    store.restoreInto(new PagedParts(c, d));
    assertThat(c.times()).isEqualTo(a.times());
    assertThat(d.times()).isEqualTo(b.times());
  }

  @Test
  void removesAPartsPagesWhereThePartRemovesThem() {
    TimeSurface a = new TimeSurface(3, 2);
    TimeSurface b = new TimeSurface(3, 2);
    b.time(2, 0, 9);
    PagedParts parts = new PagedParts(a, b);
    PageStore store = new PageStore();
    parts.flush(store);
    b.release();
    parts.flush(store);
    assertThat(store.pages()).isEmpty();
  }

  @Test
  void refusesPagesOfAPartThatItDoesNotHave() {
    PagedParts parts = new PagedParts(new TimeSurface(3, 2));
    assertThatThrownBy(() -> parts.restore(1 << 16, new Page(2, new byte[0])))
        .hasMessage("page 65536 of part 1, but there are 1 parts");
  }
}

package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class ColumnarCodecTest {
  private static EventBatch batch(long... times) {
    EventBatch batch = new EventBatch(Math.max(1, times.length));
    for (long t : times) {
      batch.add(t, 1, 2, 1);
    }
    return batch;
  }

  private static byte[] encode(EventBatch batch, long timeBase) {
    byte[] out = new byte[ColumnarCodec.maxBytes(batch.size()) + 3];
    int end = ColumnarCodec.encode(batch, 0, batch.size(), timeBase, out, 3);
    return Arrays.copyOfRange(out, 3, end);
  }

  private static EventBatch decode(byte[] payload, int count, long timeBase)
      throws MalformedPayloadException {
    byte[] in = new byte[payload.length + 7];
    Arrays.fill(in, (byte) 0x80);
    System.arraycopy(payload, 0, in, 5, payload.length);
    EventBatch batch = new EventBatch(1);
    ColumnarCodec.decode(in, 5, payload.length, count, timeBase, batch);
    return batch;
  }

  @Provide
  Arbitrary<EventBatch> batches() {
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 60),
            Arbitraries.longs().between(-200, 200),
            Arbitraries.longs());
    Arbitrary<Integer> u15 = Arbitraries.integers().between(0, 32767);
    return Combinators.combine(
            times, Arbitraries.integers().between(0, 65535), u15, Arbitraries.of(0, 1))
        .as((t, x, y, p) -> new long[] {t, x, y, p})
        .list()
        .ofMaxSize(50)
        .map(ColumnarCodecTest::accumulated);
  }

  private static EventBatch accumulated(List<long[]> steps) {
    EventBatch batch = new EventBatch(1);
    long t = 0;
    for (long[] s : steps) {
      t += s[0];
      batch.add(t, (int) s[1], (int) s[2], (int) s[3]);
    }
    return batch;
  }

  @Property(tries = 1000)
  void readsBackWhatWasWritten(@ForAll("batches") EventBatch batch, @ForAll long timeBase)
      throws MalformedPayloadException {
    assertThat(decode(encode(batch, timeBase), batch.size(), timeBase)).isEqualTo(batch);
  }

  @Property(tries = 300)
  void aCutOrLengthenedPayloadIsRefused(@ForAll("batches") EventBatch batch, @ForAll byte more) {
    byte[] payload = encode(batch, 0);
    for (int length = 0; length < payload.length; length++) {
      byte[] cut = Arrays.copyOf(payload, length);
      assertThatThrownBy(() -> decode(cut, batch.size(), 0))
          .isInstanceOf(MalformedPayloadException.class);
    }
    byte[] longer = Arrays.copyOf(payload, payload.length + 1);
    longer[payload.length] = more;
    assertThatThrownBy(() -> decode(longer, batch.size(), 0))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Property(tries = 1000)
  void anyBytesAreEventsOrMalformed(@ForAll byte[] payload, @ForAll int count) {
    try {
      EventBatch batch = decode(payload, Math.floorMod(count, 40), 0);
      assertThat(batch.size()).isEqualTo(Math.floorMod(count, 40));
    } catch (MalformedPayloadException malformed) {
      assertThat(malformed).hasMessageContaining("columnar payload of " + payload.length);
    }
  }

  @Test
  void laysTheColumnsOneAfterTheOther() {
    EventBatch batch = new EventBatch(3);
    batch.add(100, 0x0102, 3, 1);
    batch.add(163, 0xFFFF, 32767, 0);
    batch.add(162, 5, 0, 1);

    // dt 0, 63, -1 are 0, 126, 1 in zigzag; y << 1 | p is 7, 65534, 1
    assertThat(HexFormat.of().formatHex(encode(batch, 100)))
        .isEqualTo("007e01" + "0201ffff0500" + "0700feff0100");
  }

  @Test
  void anEventAtAMillionASecondTakesFiveBytes() {
    EventBatch batch = new EventBatch(1000);
    for (int i = 0; i < 1000; i++) {
      batch.add(1_000_000 + i, i, i, i & 1);
    }
    assertThat(encode(batch, 1_000_000)).hasSize(5000);
  }

  @Test
  void timesMayStepByAllThat64BitsHold() throws MalformedPayloadException {
    EventBatch extremes =
        batch(Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MIN_VALUE, -1, Long.MAX_VALUE, 1, 2, 3);

    for (long timeBase : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(decode(encode(extremes, timeBase), 9, timeBase)).isEqualTo(extremes);
    }
  }

  @Test
  void aForgedCountIsRefusedBeforeAnythingIsAllocated() {
    EventBatch batch = new EventBatch(4);
    for (int count : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 3, 1 << 30}) {
      assertThatThrownBy(() -> ColumnarCodec.decode(new byte[14], 0, 14, count, 0, batch))
          .isInstanceOf(MalformedPayloadException.class)
          .hasMessage("count=" + count + " does not fit a columnar payload of 14 bytes");
    }
    assertThat(batch.capacity()).isEqualTo(4);
  }

  @Test
  void aVarintOfElevenBytesIsRefused() {
    byte[] payload = new byte[15];
    Arrays.fill(payload, 0, 10, (byte) 0x80);

    assertThatThrownBy(() -> decode(payload, 1, 0))
        .hasMessage(
            "columnar payload of 15 bytes: the times of 1 events are longer than their column or"
                + " 10 bytes each, expected to end at byte 11");
  }

  @Test
  void timesThatEndBeforeTheirColumnAreRefused() {
    assertThatThrownBy(() -> decode(new byte[7], 1, 0))
        .hasMessage(
            "columnar payload of 7 bytes: the times of 1 events end at byte 1, expected to end at"
                + " byte 3");
  }

  @Test
  void rowsAndPolaritiesThatDoNotFitAreRefused() {
    for (int[] yp : new int[][] {{32768, 0}, {65535, 1}, {0, 2}, {0, -1}}) {
      EventBatch batch = new EventBatch(1);
      batch.add(0, 0, yp[0], yp[1]);
      assertThatThrownBy(() -> encode(batch, 0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingIsAPayloadOfNoEvents() throws MalformedPayloadException {
    assertThat(encode(new EventBatch(1), 7)).isEmpty();
    assertThat(decode(new byte[0], 0, 7).size()).isZero();
  }
}

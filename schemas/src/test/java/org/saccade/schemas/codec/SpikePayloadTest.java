package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.SpikeBatch;

class SpikePayloadTest {
  private static byte[] encode(SpikeBatch batch, long timeBase) {
    byte[] out = new byte[SpikePayload.maxBytes(batch.size())];
    return Arrays.copyOf(out, SpikePayload.encode(batch, 0, batch.size(), timeBase, out, 0));
  }

  private static SpikeBatch decode(byte[] payload, int count, long timeBase)
      throws MalformedPayloadException {
    byte[] in = new byte[payload.length + 4];
    System.arraycopy(payload, 0, in, 3, payload.length);
    SpikeBatch batch = new SpikeBatch(1);
    SpikePayload.decode(in, 3, payload.length, count, timeBase, batch);
    return batch;
  }

  @Test
  void writesTheStepAndTheUnitOfEachSpike() throws MalformedPayloadException {
    SpikeBatch batch = new SpikeBatch(1);
    batch.add(1000, 0);
    batch.add(1200, 300);
    batch.add(1199, 1);
    // 0 | 200 is 400 in zigzag, 90 03; 300 is ac 02 | -1 is 1
    byte[] expected = HexFormat.of().parseHex("0000" + "9003ac02" + "0101");

    assertThat(encode(batch, 1000)).isEqualTo(expected);
    assertThat(decode(expected, 3, 1000)).isEqualTo(batch);
  }

  @Property(tries = 500)
  void readsBackWhatWasWritten(
      @ForAll List<Long> times, @ForAll List<Integer> units, @ForAll long timeBase)
      throws MalformedPayloadException {
    SpikeBatch batch = new SpikeBatch(1);
    for (int i = 0; i < Math.min(times.size(), units.size()); i++) {
      batch.add(times.get(i), units.get(i) & Integer.MAX_VALUE);
    }

    assertThat(decode(encode(batch, timeBase), batch.size(), timeBase)).isEqualTo(batch);
  }

  @Property(tries = 500)
  void anyBytesAreSpikesOrMalformed(@ForAll byte[] payload, @ForAll byte count) {
    try {
      assertThat(decode(payload, count & 0x1F, 0).size()).isEqualTo(count & 0x1F);
    } catch (MalformedPayloadException malformed) {
      assertThat(malformed).hasMessageContaining("spike payload of " + payload.length);
    }
  }

  @Test
  void aForgedCountIsRefusedBeforeAnythingIsAllocated() {
    SpikeBatch batch = new SpikeBatch(1);
    for (int count : new int[] {-1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> SpikePayload.decode(new byte[7], 0, 7, count, 0, batch))
          .hasMessage("count=" + count + " does not fit a spike payload of 7 bytes");
    }
    assertThat(batch.capacity()).isEqualTo(1);
  }

  @Test
  void cutLongAndImpossibleSpikesAreRefused() {
    assertMalformed("0080", 1, "spike payload of 2 bytes: spike 0 does not end at byte 2");
    assertMalformed("000000", 1, "spike payload of 3 bytes: 1 spikes end at byte 2");
    assertMalformed(
        "008080808008", 1, "spike payload of 6 bytes: spike 0 has an impossible unit at byte 6");
    assertMalformed(
        "8080808080808080808000" + "00",
        1,
        "spike payload of 12 bytes: spike 0 does not end at byte 10");
  }

  private static void assertMalformed(String hex, int count, String message) {
    assertThatThrownBy(() -> decode(HexFormat.of().parseHex(hex), count, 0))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessage(message);
  }

  @Test
  void aNegativeUnitCannotBeWritten() {
    SpikeBatch batch = new SpikeBatch(1);
    batch.add(0, -1);

    assertThatThrownBy(() -> encode(batch, 0))
        .hasMessage("spike 0 has unit=-1, must be at least 0");
  }
}

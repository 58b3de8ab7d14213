package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.FlowBatch;

class FlowPayloadTest {
  @Test
  void aVectorIsTimePlaceVelocityAndResidual() {
    FlowBatch batch = new FlowBatch(1);
    batch.add(100, 258, 3, 1, -2, 0.5);
    assertThat(FlowPayload.encode(batch, 0, 1))
        .isEqualTo(
            HexFormat.of()
                .parseHex("6400000000000000" + "0201" + "0300" + "0000803f000000c00000003f"));
  }

  @Property(tries = 100)
  void comesBackWhateverItHolds(@ForAll @IntRange(max = 300) int n, @ForAll long seed)
      throws MalformedPayloadException {
    Random random = new Random(seed);
    FlowBatch batch = new FlowBatch(1);
    for (int i = 0; i < n; i++) {
      batch.add(
          random.nextLong(),
          random.nextInt(1 << 16),
          random.nextInt(1 << 16),
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextDouble());
    }
    int cut = n == 0 ? 0 : random.nextInt(n);
    FlowBatch read = new FlowBatch(1);
    FlowPayload.decode(ByteBuffer.wrap(FlowPayload.encode(batch, 0, cut)), cut, read);
    FlowPayload.decode(ByteBuffer.wrap(FlowPayload.encode(batch, cut, n)), n - cut, read);
    assertThat(read).isEqualTo(batch);
  }

  @Test
  void aCountThatIsNotThatOfTheBytesIsRefusedBeforeAnythingIsAllocated() {
    assertThatThrownBy(() -> FlowPayload.decode(ByteBuffer.allocate(48), 1 << 30, new FlowBatch(1)))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessage("flow payload of 48 bytes, expected 1073741824 vectors of 24 bytes");
    assertThatThrownBy(() -> FlowPayload.decode(ByteBuffer.allocate(47), 2, new FlowBatch(1)))
        .isInstanceOf(MalformedPayloadException.class);
  }
}

package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/** Some hundred words at once give what each of them gives by itself. */
class Evt3BlockTest {
  /**
   * By weight: what cameras send most, a full vector's words in their order, and what none does.
   */
  private static final int[] TYPES = {
    0, 2, 2, 2, 0, 2, 2, 2, 0, 2, 2, 3, 4, 4, 5, 4, 6, 6, 8, 10, 7, 14, 15, 1, 9
  };

  private static final int VECTOR = 11;

  @Property(tries = 200)
  void blocksGiveWhatWordsGive(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4000) int count,
      @ForAll @IntRange(min = 12, max = 1200) int capacity) {
    byte[] bytes = words(new Random(seed), count);
    Evt3Decoder blocks = new Evt3Decoder();
    Evt3Decoder single = new Evt3Decoder();
    blocks.frame(1280, 720);
    EventBatch all = new EventBatch(12 * count);
    TriggerBatch edges = new TriggerBatch(count);
    EventBatch some = new EventBatch(capacity);
    for (int at = 0; at < bytes.length; ) {
      some.clear();
      at = blocks.decode(bytes, at, bytes.length, some, edges);
      assertSoundness(blocks, some);
      all.append(some, 0, some.size());
    }

    EventBatch expected = new EventBatch(12 * count);
    TriggerBatch expectedEdges = new TriggerBatch(count);
    for (int i = 0; i < bytes.length; i += 2) {
      single.decode(bytes, i, i + 2, expected, expectedEdges);
    }
    assertThat(all).isEqualTo(expected);
    assertThat(edges.size()).isEqualTo(expectedEdges.size());
    for (int i = 0; i < edges.size(); i++) {
      assertThat(edges.t(i)).isEqualTo(expectedEdges.t(i));
    }
    assertThat(blocks.state()).isEqualTo(single.state());
    assertThat(blocks.violations()).isEqualTo(single.violations());
  }

  private static void assertSoundness(Evt3Decoder decoder, EventBatch events) {
    boolean sound = true;
    for (int i = 0; i < events.size(); i++) {
      sound &= i == 0 || events.t(i) >= events.t(i - 1);
      sound &= events.x(i) < 1280 && events.y(i) < 720;
    }
    // Also what is between two events may fall: then it is looked at once more, for nothing.
    assertThat(sound || !decoder.sound()).isTrue();
  }

  /** Columns and rows up to 2047, most of them in a frame of 1280 x 720; times that mostly rise. */
  private static byte[] words(Random random, int count) {
    ByteBuffer words = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    int reach = random.nextBoolean() ? 2048 : 700;
    int high = 4090;
    int low = 0;
    int at = 0;
    while (words.hasRemaining()) {
      boolean inVector = at >= VECTOR && at <= VECTOR + 2 && random.nextInt(20) > 0;
      at = inVector ? at + 1 : random.nextInt(TYPES.length);
      int type = TYPES[at];
      int value =
          switch (type) {
            case 0 -> random.nextInt(2) << 11 | random.nextInt(Math.min(reach, 2048));
            case 2, 3 -> random.nextInt(2) << 11 | random.nextInt(reach);
            case 4, 5 -> random.nextInt(4096) & (1 << random.nextInt(13)) - 1;
            case 6 -> low = random.nextInt(50) == 0 ? 0 : Math.min(4095, low + random.nextInt(9));
            case 8 -> {
              high = random.nextInt(9) == 0 ? high + 1 & 0xFFF : high;
              yield high;
            }
            default -> random.nextInt(4096);
          };
      words.putShort((short) (type << 12 | value));
    }
    return words.array();
  }
}

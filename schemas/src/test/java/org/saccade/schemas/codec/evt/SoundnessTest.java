package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;

/** What a decoder calls sound has no event out of frame and no time that falls. */
class SoundnessTest {
  /** Types of EVT3 words, those of vectors in the order of a full vector. */
  private static final int[] EVT3_TYPES = {0, 2, 2, 3, 4, 4, 5, 6, 6, 8, 10};

  private static final int[] EVT2_TYPES = {0, 1, 0, 1, 8, 10};

  @Property(tries = 3000)
  void noEvt2BatchIsCalledSoundThatIsNot(
      @ForAll long seed,
      @ForAll @IntRange(max = 64) int width,
      @ForAll @IntRange(max = 64) int height) {
    Random random = new Random(seed);
    ByteBuffer words = ByteBuffer.allocate(4 * 40).order(ByteOrder.LITTLE_ENDIAN);
    words.putInt(0x80000000);
    int low = 0;
    while (words.hasRemaining()) {
      int type = EVT2_TYPES[random.nextInt(EVT2_TYPES.length)];
      low = random.nextInt(20) == 0 ? random.nextInt(64) : Math.min(63, low + random.nextInt(3));
      words.putInt(
          type == 8
              ? 8 << 28 | random.nextInt(4)
              : type << 28 | low << 22 | random.nextInt(66) << 11 | random.nextInt(66));
    }
    check(Evt2Decoder::new, words.array(), width, height, random);
  }

  @Property(tries = 3000)
  void noEvt3BatchIsCalledSoundThatIsNot(
      @ForAll long seed,
      @ForAll @IntRange(max = 64) int width,
      @ForAll @IntRange(max = 64) int height) {
    Random random = new Random(seed);
    ByteBuffer words = ByteBuffer.allocate(2 * 60).order(ByteOrder.LITTLE_ENDIAN);
    words.putShort((short) 0x8000).putShort((short) random.nextInt(8));
    int low = 0;
    int at = 0;
    while (words.hasRemaining()) {
      boolean inVector = at >= 3 && at <= 5 && random.nextInt(8) > 0;
      at = inVector ? at + 1 : random.nextInt(EVT3_TYPES.length);
      int type = EVT3_TYPES[at];
      low = random.nextInt(20) == 0 ? random.nextInt(4096) : Math.min(4095, low + 1);
      int value =
          type == 6
              ? low
              : type == 8
                  ? random.nextInt(3)
                  : type < 4 ? random.nextInt(40) : random.nextInt(4096);
      words.putShort((short) (type << 12 | value));
    }
    check(Evt3Decoder::new, words.array(), width, height, random);
  }

  /** As long as several blocks of words, with one wrong word in it or none. */
  @Property(tries = 300)
  void oneWrongWordOfManyIsSeen(@ForAll long seed) {
    Random random = new Random(seed);
    int count = 1 + random.nextInt(3 * Evt2Block.WORDS);
    ByteBuffer words = ByteBuffer.allocate(4 * (count + 1)).order(ByteOrder.LITTLE_ENDIAN);
    int high = 1;
    words.putInt(8 << 28 | high);
    int low = 0;
    int wrong = random.nextInt(2 * count);
    int kind = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean isTime = random.nextInt(100) == 0;
      low = isTime ? 0 : Math.min(62, low + random.nextInt(2));
      int x = i == wrong && kind == 0 ? 64 : random.nextInt(64);
      int y = i == wrong && kind == 1 ? 48 : random.nextInt(48);
      // A wrong time is seen at the next event, which begins at 0 again.
      int t = i == wrong && kind == 2 ? 63 : low;
      words.putInt(isTime ? 8 << 28 | ++high : random.nextInt(2) << 28 | t << 22 | x << 11 | y);
    }
    EventDecoder decoder = new Evt2Decoder();
    decoder.frame(64, 48);
    EventBatch events = new EventBatch(count + 1);
    decoder.decode(words.array(), 0, 4 * (count + 1), events, new TriggerBatch(1));
    boolean sound = true;
    for (int i = 0; i < events.size(); i++) {
      sound &= i == 0 || events.t(i) >= events.t(i - 1);
      sound &= events.x(i) < 64 && events.y(i) < 48;
    }

    assertThat(decoder.sound()).isEqualTo(sound);
    assertThat(events.size()).isEqualTo(count + 1 - high);
    check(Evt2Decoder::new, words.array(), 64, 48, random);
  }

  /** Also: a full vector read at once gives what its words give one by one. */
  private static void check(
      Supplier<EventDecoder> decoders, byte[] bytes, int width, int height, Random random) {
    EventDecoder decoder = decoders.get();
    decoder.frame(width, height);
    EventBatch events = new EventBatch(2000);
    TriggerBatch triggers = new TriggerBatch(100);
    int half = random.nextInt(bytes.length / 4) * 4;
    int at = decoder.decode(bytes, 0, half, events, triggers);
    assertSound(decoder, events, 0, width, height);
    int first = events.size();
    decoder.decode(bytes, at, bytes.length, events, triggers);
    assertSound(decoder, events, first, width, height);

    EventDecoder byWord = decoders.get();
    EventBatch single = new EventBatch(2000);
    for (int i = 0, to = 1; to <= bytes.length; to++) {
      i = byWord.decode(bytes, i, to, single, triggers);
    }
    assertThat(events).isEqualTo(single);
    assertThat(decoder.state()).isEqualTo(byWord.state());
  }

  private static void assertSound(
      EventDecoder decoder, EventBatch events, int from, int width, int height) {
    if (decoder.sound()) {
      for (int i = from; i < events.size(); i++) {
        assertThat(i == from || events.t(i) >= events.t(i - 1)).isTrue();
        assertThat(width == 0 || events.x(i) < width).isTrue();
        assertThat(height == 0 || events.y(i) < height).isTrue();
      }
    }
  }

  @Test
  void cleanWordsAreCalledSound() {
    byte[] evt2 = new byte[12];
    ByteBuffer.wrap(evt2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x80000001)
        .putInt(0x10000000 | 5 << 22 | 639 << 11 | 479)
        .putInt(5 << 22 | 2 << 11 | 3);
    byte[] evt3 = new byte[16];
    short[] words = {(short) 0x8001, 0x6005, 7, 0x2000 | 639, 0x3000 | 608, 0x4801, 0x4001, 0x5080};
    ByteBuffer.wrap(evt3).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(words);
    for (EventDecoder decoder : Arrays.asList(new Evt2Decoder(), new Evt3Decoder())) {
      decoder.frame(640, 480);
      byte[] bytes = decoder instanceof Evt2Decoder ? evt2 : evt3;
      EventBatch events = new EventBatch(100);
      decoder.decode(bytes, 0, bytes.length, events, new TriggerBatch(1));

      assertThat(decoder.sound()).isTrue();
      assertThat(events.size()).isEqualTo(decoder instanceof Evt2Decoder ? 2 : 5);
    }
  }
}

package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.schemas.codec.evt.Evt21Words.MAX_HIGH;
import static org.saccade.schemas.codec.evt.Evt21Words.OFF;
import static org.saccade.schemas.codec.evt.Evt21Words.ON;
import static org.saccade.schemas.codec.evt.Evt21Words.event;
import static org.saccade.schemas.codec.evt.Evt21Words.evt21;
import static org.saccade.schemas.codec.evt.Evt21Words.legacy;
import static org.saccade.schemas.codec.evt.Evt21Words.others;
import static org.saccade.schemas.codec.evt.Evt21Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt21Words.trigger;
import static org.saccade.schemas.codec.evt.Evt21Words.vector;
import static org.saccade.schemas.codec.evt.Evt21Words.word;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

/** The first tests restate the cases of OpenEB's test of its decoder, with its numbers. */
class Evt21DecoderTest {
  private static final long WRAP = 1L << 34;

  /** Decodes the words in both orders, which must give the same. */
  private static Decoded decode(long... words) {
    Decoded little = Decoded.of(new Evt21Decoder(WordOrder.LITTLE_ENDIAN), evt21(words));
    assertThat(Decoded.of(new Evt21Decoder(WordOrder.LEGACY), legacy(words))).isEqualTo(little);
    return little;
  }

  @Test
  void readsNothingOfAnEmptyStream() {
    assertThat(decode().events()).isEmpty();
  }

  @Test
  void readsSingleEvents() {
    Decoded decoded = decode(timeHigh(0), event(0, 2, 1, OFF), event(0, 3, 1, ON));

    assertThat(decoded.events()).containsExactly("0 2 1 0", "0 3 1 1");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void dropsEventsBeforeTheFirstTimeHigh() {
    Decoded decoded = decode(event(0, 2, 1, OFF), timeHigh(3), event(0, 5, 4, OFF));

    assertThat(decoded.events()).containsExactly("192 5 4 0");
    assertThat(decoded.count(Violation.BEFORE_TIME_BASE)).isEqualTo(1);
  }

  @Test
  void readsVectors() {
    Decoded decoded =
        decode(
            timeHigh(0),
            vector(0, 5, 4, OFF, 1 << 7 | 1 << 3 | 1),
            vector(0, 10, 6, ON, 1 << 14 | 1 << 10 | 1 << 4));

    assertThat(decoded.events())
        .containsExactly("0 5 4 0", "0 8 4 0", "0 12 4 0", "0 14 6 1", "0 20 6 1", "0 24 6 1");
  }

  @Test
  void readsTimes() {
    Decoded decoded =
        decode(
            timeHigh(0),
            event(5, 5, 4, OFF),
            event(20, 10, 6, ON),
            timeHigh(15),
            event(5, 5, 4, OFF),
            event(20, 10, 6, ON));

    assertThat(decoded.events()).containsExactly("5 5 4 0", "20 10 6 1", "965 5 4 0", "980 10 6 1");
  }

  @Test
  void countsTheWrapOfTwentyEightBits() {
    Decoded decoded =
        decode(
            timeHigh(0),
            event(5, 5, 4, OFF),
            timeHigh(MAX_HIGH),
            timeHigh(0),
            event(5, 5, 4, OFF),
            timeHigh(MAX_HIGH),
            timeHigh(0),
            event(5, 5, 4, OFF));

    assertThat(decoded.events())
        .containsExactly("5 5 4 0", (WRAP + 5) + " 5 4 0", (2 * WRAP + 5) + " 5 4 0");
  }

  @Test
  void readsWordsInTheOrderOfEitherSensor() {
    // The example of Prophesee's page: 0x0102030405060708 as GenX320 and as IMX636 send it.
    byte[] genx320 = {8, 7, 6, 5, 4, 3, 2, 1};
    byte[] imx636 = {4, 3, 2, 1, 8, 7, 6, 5};
    assertThat(evt21(0x0102030405060708L)).isEqualTo(genx320);
    assertThat(legacy(0x0102030405060708L)).isEqualTo(imx636);

    // Low time 4, column 0x10203040 >> 11 & 0x7FF, row 0x304, mask 0x05060708.
    assertThat(decode(timeHigh(0), 0x0102030405060708L).events())
        .containsExactly(
            "4 67 772 0",
            "4 72 772 0",
            "4 73 772 0",
            "4 74 772 0",
            "4 81 772 0",
            "4 82 772 0",
            "4 88 772 0",
            "4 90 772 0");
  }

  @Test
  void readsAllColumnsOfAFullVector() {
    Decoded decoded = decode(timeHigh(1), vector(63, 2047, 2047, ON, -1));

    assertThat(decoded.events())
        .hasSize(32)
        .startsWith("127 2047 2047 1", "127 2048 2047 1")
        .endsWith("127 2078 2047 1");
  }

  @Test
  void anEmptyVectorIsNoEvent() {
    Decoded decoded = decode(timeHigh(1), vector(0, 5, 5, ON, 0));

    assertThat(decoded.events()).isEmpty();
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void countsEachColumnOfAVectorThatItDrops() {
    Decoded decoded =
        decode(vector(0, 0, 0, ON, 0x80000003), trigger(0, 1, 1), timeHigh(1), event(0, 1, 1, OFF));

    assertThat(decoded.events()).containsExactly("64 1 1 0");
    assertThat(decoded.triggers()).isEmpty();
    assertThat(decoded.count(Violation.BEFORE_TIME_BASE)).isEqualTo(4);
  }

  @Test
  void takesAFallOfAllButTenMillisecondsForAWrap() {
    // As in EVT2: (2^28 - 1) * 64 - 10000 µs are 268435298.75 steps of 64 µs.
    int steps = 268435299;
    assertThat(decode(timeHigh(steps), timeHigh(0), event(0, 0, 0, ON)).events())
        .containsExactly(WRAP + " 0 0 1");
    assertThat(decode(timeHigh(steps - 1), timeHigh(0), event(0, 0, 0, ON)).events())
        .containsExactly("0 0 0 1");
  }

  @Test
  void goesBackWhereTheStreamGoesBackByLessThanAWrap() {
    assertThat(
            decode(timeHigh(1000), event(0, 0, 0, ON), timeHigh(10), event(0, 0, 0, ON)).events())
        .containsExactly("64000 0 0 1", "640 0 0 1");
  }

  @Test
  void readsTriggers() {
    Decoded decoded = decode(timeHigh(2), trigger(5, 31, 1), event(6, 1, 1, ON), trigger(7, 0, 0));

    assertThat(decoded.triggers()).containsExactly("133 31 1", "135 0 0");
    assertThat(decoded.events()).containsExactly("134 1 1 1");
  }

  @Test
  void passesOverMonitoringWordsInSilence() {
    Decoded decoded =
        decode(
            others(1, 0x14, 77),
            timeHigh(1),
            others(1, 0x14, 77),
            others(1, 0x16, 0xF0000001),
            word(0xF, 123),
            event(0, 1, 1, ON));

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void passesOverAndCountsUnknownWords() {
    int[] types = {2, 3, 4, 5, 6, 7, 9, 0xB, 0xC, 0xD};
    long[] words = new long[2 * types.length + 2];
    for (int i = 0; i < types.length; i++) {
      words[i] = word(types[i], 0x123456789L);
      words[i + types.length + 1] = words[i];
    }
    words[types.length] = timeHigh(1);
    words[words.length - 1] = event(0, 1, 1, ON);

    Decoded decoded = decode(words);

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.count(Violation.UNKNOWN_WORD)).isEqualTo(20);
  }

  @Test
  void countsTheBytesOfACutLastWord() {
    byte[] cut = Arrays.copyOf(evt21(timeHigh(1), event(0, 1, 1, ON), event(0, 1, 1, ON)), 23);

    Decoded decoded = Decoded.of(new Evt21Decoder(WordOrder.LITTLE_ENDIAN), cut);

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.count(Violation.TRUNCATED_TAIL)).isEqualTo(7);
  }

  @Test
  void stopsWhereTheNextVectorMayNotFit() {
    byte[] bytes = evt21(timeHigh(0), event(0, 1, 1, ON), event(0, 2, 1, ON), event(0, 3, 1, ON));
    EventBatch events = new EventBatch(33);

    int stopped =
        new Evt21Decoder(WordOrder.LITTLE_ENDIAN)
            .decode(bytes, 0, bytes.length, events, new TriggerBatch(1));

    assertThat(stopped).isEqualTo(24);
    assertThat(events.size()).isEqualTo(2);
  }

  @Test
  void tellsTheShiftOfTheVendorsSdk() {
    Evt21Decoder decoder = new Evt21Decoder(WordOrder.LITTLE_ENDIAN);
    assertThat(decoder.sdkShiftMicros()).isZero();
    Decoded.of(decoder, evt21(timeHigh(20592), timeHigh(20593)));
    assertThat(decoder.sdkShiftMicros()).isEqualTo(1317888);
  }

  @Test
  void findsTheLoopNearestToTheTimeOfAReset() {
    Evt21Decoder decoder = new Evt21Decoder(WordOrder.LITTLE_ENDIAN);
    decoder.reset(5 * WRAP - 100);

    assertThat(Decoded.of(decoder, evt21(timeHigh(1), event(2, 0, 0, ON))).events())
        .containsExactly((5 * WRAP + 66) + " 0 0 1");
  }

  @Test
  void refusesStatesThatAreNotItsOwn() {
    Evt21Decoder decoder = new Evt21Decoder(WordOrder.LEGACY);
    assertThatThrownBy(() -> decoder.restore(new byte[0]))
        .hasMessage("EVT21_LEGACY state has 0 bytes, expected 18");
    assertThatThrownBy(() -> decoder.restore(new Evt3Decoder().state()))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] state = decoder.state();
    state[1] = 1;
    state[2] = 63;
    assertThatThrownBy(() -> decoder.restore(state)).hasMessageContaining("time base=63");
  }
}

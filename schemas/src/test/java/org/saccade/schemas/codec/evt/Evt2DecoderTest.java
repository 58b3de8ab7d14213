package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.schemas.codec.evt.Evt2Words.MAX_HIGH;
import static org.saccade.schemas.codec.evt.Evt2Words.continued;
import static org.saccade.schemas.codec.evt.Evt2Words.evt2;
import static org.saccade.schemas.codec.evt.Evt2Words.imu;
import static org.saccade.schemas.codec.evt.Evt2Words.off;
import static org.saccade.schemas.codec.evt.Evt2Words.on;
import static org.saccade.schemas.codec.evt.Evt2Words.other;
import static org.saccade.schemas.codec.evt.Evt2Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt2Words.trigger;
import static org.saccade.schemas.codec.evt.Evt2Words.word;

import org.junit.jupiter.api.Test;
import org.saccade.schemas.codec.Violation;

class Evt2DecoderTest {
  private static final long WRAP = 1L << 34;

  private static Decoded decode(int... words) {
    return Decoded.of(new Evt2Decoder(), evt2(words));
  }

  @Test
  void readsTimeColumnRowAndPolarity() {
    Decoded decoded = decode(timeHigh(3), off(0, 0, 0), on(63, 2047, 2046), off(1, 640, 480));

    assertThat(decoded.events()).containsExactly("192 0 0 0", "255 2047 2046 1", "193 640 480 0");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void readsWordsFromTheirLowestByteUp() {
    byte[] timeHigh = {0x04, 0x03, 0x02, (byte) 0x81};
    byte[] event = {0x07, 0x30, 0x40, 0x10};
    byte[] both = new byte[8];
    System.arraycopy(timeHigh, 0, both, 0, 4);
    System.arraycopy(event, 0, both, 4, 4);

    // 0x1020304 * 64 + (0x10403007 >> 22 & 63), x = 0x403007 >> 11 & 0x7FF, y = 7
    assertThat(Decoded.of(new Evt2Decoder(), both).events())
        .containsExactly((0x1020304L * 64 + 1) + " 6 7 1");
  }

  @Test
  void dropsEventsAndTriggersBeforeTheFirstTimeHigh() {
    Decoded decoded = decode(on(1, 2, 3), trigger(1, 0, 1), timeHigh(1), on(1, 2, 3));

    assertThat(decoded.events()).containsExactly("65 2 3 1");
    assertThat(decoded.triggers()).isEmpty();
    assertThat(decoded.count(Violation.BEFORE_TIME_BASE)).isEqualTo(2);
  }

  @Test
  void countsTheWrapOfTwentyEightBits() {
    Decoded decoded =
        decode(
            timeHigh(MAX_HIGH), on(63, 0, 0), timeHigh(0), on(0, 0, 0), timeHigh(1), on(0, 0, 0));

    assertThat(decoded.events())
        .containsExactly((WRAP - 1) + " 0 0 1", WRAP + " 0 0 1", (WRAP + 64) + " 0 0 1");
  }

  @Test
  void takesAFallOfAllButTenMillisecondsForAWrap() {
    // (2^28 - 1) * 64 - 10000 µs are 268435298.75 steps of 64 µs
    int steps = 268435299;
    assertThat(decode(timeHigh(steps), timeHigh(0), on(0, 0, 0)).events())
        .containsExactly(WRAP + " 0 0 1");
    assertThat(decode(timeHigh(steps - 1), timeHigh(0), on(0, 0, 0)).events())
        .containsExactly("0 0 0 1");
  }

  @Test
  void wrapsAgainAndAgain() {
    int[] words = new int[200];
    for (int i = 0; i < 200; i += 2) {
      words[i] = timeHigh(MAX_HIGH);
      words[i + 1] = timeHigh(0);
    }
    Evt2Decoder decoder = new Evt2Decoder();
    Decoded.of(decoder, evt2(words));

    assertThat(Decoded.of(decoder, evt2(on(5, 0, 0))).events())
        .containsExactly((100 * WRAP + 5) + " 0 0 1");
  }

  @Test
  void goesBackWhereTheStreamGoesBackByLessThanAWrap() {
    Decoded decoded = decode(timeHigh(1000), on(0, 0, 0), timeHigh(10), on(0, 0, 0));

    assertThat(decoded.events()).containsExactly("64000 0 0 1", "640 0 0 1");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void readsTriggers() {
    Decoded decoded = decode(timeHigh(2), trigger(5, 31, 1), on(6, 1, 1), trigger(7, 0, 0));

    assertThat(decoded.triggers()).containsExactly("133 31 1", "135 0 0");
    assertThat(decoded.events()).containsExactly("134 1 1 1");
  }

  @Test
  void passesOverMonitoringWordsInSilence() {
    Decoded decoded =
        decode(other(0x14), timeHigh(1), other(0x14), continued(7), imu(), on(0, 1, 1));

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void passesOverAndCountsUnknownWords() {
    int[] types = {2, 3, 4, 5, 6, 7, 9, 0xB, 0xC};
    int[] words = new int[2 * types.length + 2];
    for (int i = 0; i < types.length; i++) {
      words[i] = word(types[i], 0x123456);
      words[i + types.length + 1] = word(types[i], 0x123456);
    }
    words[types.length] = timeHigh(1);
    words[words.length - 1] = on(0, 1, 1);

    Decoded decoded = decode(words);

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.count(Violation.UNKNOWN_WORD)).isEqualTo(18);
  }

  @Test
  void countsTheBytesOfACutLastWord() {
    byte[] cut = java.util.Arrays.copyOf(evt2(timeHigh(1), on(0, 1, 1), on(0, 1, 1)), 11);

    Decoded decoded = Decoded.of(new Evt2Decoder(), cut);

    assertThat(decoded.events()).containsExactly("64 1 1 1");
    assertThat(decoded.count(Violation.TRUNCATED_TAIL)).isEqualTo(3);
  }

  @Test
  void tellsTheShiftOfTheVendorsSdk() {
    Evt2Decoder decoder = new Evt2Decoder();
    assertThat(decoder.sdkShiftMicros()).isZero();
    Decoded.of(decoder, evt2(timeHigh(20592), timeHigh(20593)));
    assertThat(decoder.sdkShiftMicros()).isEqualTo(1317888);
  }

  @Test
  void findsTheLoopNearestToTheTimeOfAReset() {
    assertThat(afterReset(5 * WRAP + 100, 1)).isEqualTo(5 * WRAP + 64);
    assertThat(afterReset(5 * WRAP - 100, 1)).isEqualTo(5 * WRAP + 64);
    assertThat(afterReset(5 * WRAP + 100, MAX_HIGH)).isEqualTo(5 * WRAP - 64);
    assertThat(afterReset(0, MAX_HIGH)).isEqualTo(WRAP - 64);
    assertThat(afterReset(Long.MIN_VALUE, 1)).isEqualTo(64);
    assertThat(afterReset(Long.MAX_VALUE, 1)).isEqualTo((1L << 60) + 64);
  }

  private static long afterReset(long near, int high) {
    Evt2Decoder decoder = new Evt2Decoder();
    Decoded.of(decoder, evt2(timeHigh(77), on(0, 0, 0)));
    decoder.reset(near);
    String event = Decoded.of(decoder, evt2(timeHigh(high), on(0, 0, 0))).events().get(0);
    return Long.parseLong(event.substring(0, event.indexOf(' ')));
  }

  @Test
  void dropsUntilTheNextTimeHighAfterAReset() {
    Evt2Decoder decoder = new Evt2Decoder();
    Decoded.of(decoder, evt2(timeHigh(1)));
    decoder.reset(0);

    assertThat(Decoded.of(decoder, evt2(on(1, 1, 1))).events()).isEmpty();
    assertThat(decoder.violations().get(Violation.BEFORE_TIME_BASE)).isEqualTo(1);
  }

  @Test
  void stopsBeforeATriggerThatHasNoRoom() {
    byte[] bytes = evt2(timeHigh(1), trigger(0, 1, 1), on(0, 1, 1), trigger(0, 2, 0));
    var events = new org.saccade.schemas.batch.EventBatch(8);
    var triggers = new org.saccade.schemas.batch.TriggerBatch(1);

    assertThat(new Evt2Decoder().decode(bytes, 0, bytes.length, events, triggers)).isEqualTo(12);
    assertThat(triggers.capacity()).isEqualTo(1);
  }

  @Test
  void refusesStatesThatAreNotItsOwn() {
    Evt2Decoder decoder = new Evt2Decoder();
    assertThatThrownBy(() -> decoder.restore(new byte[0]))
        .hasMessage("EVT2 state has 0 bytes, expected 18");
    assertThatThrownBy(() -> decoder.restore(new Evt3Decoder().state()))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] state = decoder.state();
    state[0] = 2;
    assertThatThrownBy(() -> decoder.restore(state))
        .hasMessage("EVT2 state has version 2, expected 1");
    state[0] = 1;
    state[1] = 2;
    assertThatThrownBy(() -> decoder.restore(state)).hasMessageContaining("unknown flags 02");
    state[1] = 1;
    state[2] = 63;
    assertThatThrownBy(() -> decoder.restore(state)).hasMessageContaining("time base=63");
    state[2] = 64;
    state[9] = 0x20;
    assertThatThrownBy(() -> decoder.restore(state)).hasMessageContaining("time base");
    state[9] = 0;
    state[17] = 0x20;
    assertThatThrownBy(() -> decoder.restore(state)).hasMessageContaining("time shift");
  }
}

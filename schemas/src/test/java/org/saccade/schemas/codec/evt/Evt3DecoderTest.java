package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.schemas.codec.evt.Evt3Words.OFF;
import static org.saccade.schemas.codec.evt.Evt3Words.ON;
import static org.saccade.schemas.codec.evt.Evt3Words.addrX;
import static org.saccade.schemas.codec.evt.Evt3Words.addrY;
import static org.saccade.schemas.codec.evt.Evt3Words.continued12;
import static org.saccade.schemas.codec.evt.Evt3Words.continued4;
import static org.saccade.schemas.codec.evt.Evt3Words.evt3;
import static org.saccade.schemas.codec.evt.Evt3Words.others;
import static org.saccade.schemas.codec.evt.Evt3Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt3Words.timeLow;
import static org.saccade.schemas.codec.evt.Evt3Words.trigger;
import static org.saccade.schemas.codec.evt.Evt3Words.vect12;
import static org.saccade.schemas.codec.evt.Evt3Words.vect8;
import static org.saccade.schemas.codec.evt.Evt3Words.vectBaseX;
import static org.saccade.schemas.codec.evt.Evt3Words.word;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

class Evt3DecoderTest {
  private static final long WRAP = 1L << 24;

  private static Decoded decode(int... words) {
    return Decoded.of(new Evt3Decoder(), evt3(words));
  }

  @Test
  void readsSingleEvents() {
    Decoded decoded =
        decode(timeHigh(3), timeLow(5), addrY(1), addrX(2, ON), addrX(2047, OFF), addrY(2047));

    assertThat(decoded.events()).containsExactly("12293 2 1 1", "12293 2047 1 0");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void readsTheOriginBitOfARowAsNoPartOfIt() {
    assertThat(decode(timeHigh(0), word(0x0805), addrX(1, ON)).events()).containsExactly("0 1 5 1");
  }

  @Test
  void readsAVectorOfTwelveTwelveEight() {
    Decoded decoded =
        decode(
            timeHigh(0),
            timeLow(9),
            addrY(4),
            vectBaseX(64, ON),
            vect12(0b1000_0000_0001),
            vect12(0b10),
            vect8(0b1000_0000));

    assertThat(decoded.events()).containsExactly("9 64 4 1", "9 75 4 1", "9 77 4 1", "9 95 4 1");
  }

  @Test
  void readsEachVectorWordByItself() {
    assertThat(decode(timeHigh(0), addrY(0), vectBaseX(10, OFF), vect8(3), vect8(1)).events())
        .containsExactly("0 10 0 0", "0 11 0 0", "0 18 0 0");
    assertThat(decode(timeHigh(0), addrY(0), vectBaseX(10, OFF), vect12(1), vect8(1)).events())
        .containsExactly("0 10 0 0", "0 22 0 0");
  }

  @Test
  void readsFullMasks() {
    assertThat(decode(timeHigh(0), addrY(0), vectBaseX(0, ON), vect12(0xFFF), vect8(0xFF)).events())
        .hasSize(20)
        .startsWith("0 0 0 1", "0 1 0 1")
        .endsWith("0 18 0 1", "0 19 0 1");
  }

  @Test
  void ignoresTheUnusedBitsOfAnEightVector() {
    assertThat(decode(timeHigh(0), addrY(0), vectBaseX(0, ON), vect8(0xF01)).events())
        .containsExactly("0 0 0 1");
  }

  @Test
  void anEventBetweenVectorWordsDoesNotMoveTheirBase() {
    Decoded decoded =
        decode(timeHigh(0), addrY(0), vectBaseX(0, ON), vect12(1), addrX(700, OFF), vect12(1));

    assertThat(decoded.events()).containsExactly("0 0 0 1", "0 700 0 0", "0 12 0 1");
  }

  @Test
  void aVectorPastTheLastColumnKeepsItsColumns() {
    Decoded decoded = decode(timeHigh(0), addrY(0), vectBaseX(2047, ON), vect12(2), vect12(1));

    assertThat(decoded.events()).containsExactly("0 2048 0 1", "0 2059 0 1");
  }

  @Test
  void columnsOfEndlessVectorsNeverComeBackIntoTheFrame() {
    int[] words = new int[6000];
    Arrays.fill(words, vect12(1));
    words[0] = timeHigh(0);
    words[1] = addrY(0);
    words[2] = vectBaseX(0, ON);

    assertThat(decode(words).events()).endsWith("0 65520 0 1");
  }

  @Test
  void dropsEventsBeforeTheFirstTimeHigh() {
    Decoded decoded =
        decode(
            timeLow(7),
            addrY(1),
            addrX(2, ON),
            vectBaseX(0, ON),
            vect12(0b111),
            trigger(1, 1),
            timeHigh(2),
            addrX(3, ON));

    assertThat(decoded.events()).containsExactly("8192 3 1 1");
    assertThat(decoded.triggers()).isEmpty();
    assertThat(decoded.count(Violation.BEFORE_TIME_BASE)).isEqualTo(5);
  }

  @Test
  void dropsEventsBeforeTheFirstRow() {
    Decoded decoded =
        decode(timeHigh(0), addrX(1, ON), vectBaseX(0, ON), vect8(0b11), addrY(5), addrX(1, ON));

    assertThat(decoded.events()).containsExactly("0 1 5 1");
    assertThat(decoded.count(Violation.MISSING_ROW)).isEqualTo(3);
  }

  @Test
  void dropsVectorsBeforeTheirBase() {
    Decoded decoded =
        decode(timeHigh(0), addrY(5), vect12(0xFFF), vect8(1), vectBaseX(9, ON), vect8(1));

    assertThat(decoded.events()).containsExactly("0 9 5 1");
    assertThat(decoded.count(Violation.MISSING_BASE)).isEqualTo(2);
  }

  @Test
  void movesTheBaseOverVectorsThatItDrops() {
    assertThat(decode(timeHigh(0), vectBaseX(0, ON), vect12(1), addrY(0), vect12(1)).events())
        .containsExactly("0 12 0 1");
  }

  @Test
  void aNewTimeHighSetsTheLowTimeToZero() {
    assertThat(decode(timeHigh(1), timeLow(4000), addrY(0), timeHigh(2), addrX(0, ON)).events())
        .containsExactly("8192 0 0 1");
  }

  @Test
  void aRepeatedTimeHighLeavesTheLowTime() {
    assertThat(decode(timeHigh(1), timeLow(4000), addrY(0), timeHigh(1), addrX(0, ON)).events())
        .containsExactly("8096 0 0 1");
  }

  @Test
  void aLowTimeThatFallsCarriesNothing() {
    assertThat(decode(timeHigh(1), timeLow(4000), addrY(0), timeLow(3), addrX(0, ON)).events())
        .containsExactly("4099 0 0 1");
  }

  @Test
  void countsTheWrapOfTwentyFourBits() {
    assertThat(
            decode(
                    timeHigh(4095),
                    timeLow(4095),
                    addrY(0),
                    addrX(0, ON),
                    timeHigh(0),
                    addrX(1, ON),
                    timeHigh(1),
                    addrX(2, ON))
                .events())
        .containsExactly((WRAP - 1) + " 0 0 1", WRAP + " 1 0 1", (WRAP + 4096) + " 2 0 1");
  }

  @Test
  void takesAFallOfHalfTheRangeForAWrap() {
    assertThat(decode(timeHigh(3048), timeHigh(1000), addrY(0), addrX(0, ON)).events())
        .containsExactly((WRAP + 1000 * 4096) + " 0 0 1");
    assertThat(decode(timeHigh(3047), timeHigh(1000), addrY(0), addrX(0, ON)).events())
        .containsExactly((1000 * 4096) + " 0 0 1");
  }

  @Test
  void readsTriggers() {
    Decoded decoded = decode(timeHigh(1), timeLow(2), trigger(15, 1), trigger(0, 0));

    assertThat(decoded.triggers()).containsExactly("4098 15 1", "4098 0 0");
  }

  @Test
  void passesOverMonitoringWordsInSilence() {
    Decoded decoded =
        decode(
            others(0x014),
            timeHigh(1),
            others(0x014),
            continued12(1),
            continued12(2),
            continued4(3),
            addrY(0),
            addrX(0, ON));

    assertThat(decoded.events()).containsExactly("4096 0 0 1");
    assertThat(decoded.violations().isEmpty()).isTrue();
  }

  @Test
  void passesOverAndCountsReservedWords() {
    Decoded decoded =
        decode(
            word(0x9999),
            timeHigh(1),
            addrY(0),
            word(0x9999),
            word(0x1000),
            word(0xB000),
            word(0xC000),
            word(0xD000),
            addrX(0, ON));

    assertThat(decoded.events()).containsExactly("4096 0 0 1");
    assertThat(decoded.count(Violation.UNKNOWN_WORD)).isEqualTo(6);
  }

  @Test
  void tellsTheShiftOfTheVendorsSdk() {
    Evt3Decoder decoder = new Evt3Decoder();
    assertThat(decoder.sdkShiftMicros()).isZero();
    Decoded.of(decoder, evt3(timeHigh(1571), timeHigh(1572)));
    assertThat(decoder.sdkShiftMicros()).isEqualTo(6430720);
  }

  @Test
  void findsTheLoopNearestToTheTimeOfAReset() {
    assertThat(afterReset(5 * WRAP + 100, 0)).isEqualTo(5 * WRAP);
    assertThat(afterReset(5 * WRAP - 100, 0)).isEqualTo(5 * WRAP);
    assertThat(afterReset(5 * WRAP + 100, 4095)).isEqualTo(5 * WRAP - 4096);
    assertThat(afterReset(0, 4095)).isEqualTo(WRAP - 4096);
    assertThat(afterReset(-1, 3)).isEqualTo(3 * 4096);
  }

  private static long afterReset(long near, int high) {
    Evt3Decoder decoder = new Evt3Decoder();
    Decoded.of(decoder, evt3(timeHigh(77), timeLow(3), addrY(9), vectBaseX(3, ON)));
    decoder.reset(near);
    String event =
        Decoded.of(decoder, evt3(timeHigh(high), addrY(0), addrX(0, OFF))).events().get(0);
    return Long.parseLong(event.substring(0, event.indexOf(' ')));
  }

  @Test
  void stopsWhereTheNextVectorMayNotFit() {
    byte[] bytes = evt3(timeHigh(0), addrY(0), addrX(1, ON), addrX(2, ON), addrX(3, ON));
    EventBatch events = new EventBatch(13);

    int stopped = new Evt3Decoder().decode(bytes, 0, bytes.length, events, new TriggerBatch(1));

    assertThat(stopped).isEqualTo(8);
    assertThat(events.size()).isEqualTo(2);
  }

  @Test
  void refusesStatesThatAreNotItsOwn() {
    Evt3Decoder decoder = new Evt3Decoder();
    assertThatThrownBy(() -> decoder.restore(new Evt2Decoder().state()))
        .hasMessage("EVT3 state has 18 bytes, expected 24");
    assertRefused(1, 0x10, "unknown flags");
    assertRefused(2, 1, "time base=1");
    assertRefused(11, 0x10, "low time=4096");
    assertRefused(13, 0x08, "row=2048");
    assertRefused(15, 0xFF, "vector base");
    assertRefused(16, 1, "time shift");
  }

  /** One byte of the state of a decoder that knows everything, set to a value. */
  private static void assertRefused(int position, int value, String message) {
    Evt3Decoder decoder = new Evt3Decoder();
    Decoded.of(decoder, evt3(timeHigh(0), addrY(0), vectBaseX(0xF1, ON)));
    byte[] state = decoder.state();
    decoder.restore(state);
    state[position] = (byte) value;
    assertThatThrownBy(() -> decoder.restore(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}

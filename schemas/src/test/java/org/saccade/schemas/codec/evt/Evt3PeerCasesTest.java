package org.saccade.schemas.codec.evt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.schemas.codec.evt.Evt3Words.OFF;
import static org.saccade.schemas.codec.evt.Evt3Words.addrX;
import static org.saccade.schemas.codec.evt.Evt3Words.addrY;
import static org.saccade.schemas.codec.evt.Evt3Words.continued12;
import static org.saccade.schemas.codec.evt.Evt3Words.continued4;
import static org.saccade.schemas.codec.evt.Evt3Words.evt3;
import static org.saccade.schemas.codec.evt.Evt3Words.others;
import static org.saccade.schemas.codec.evt.Evt3Words.timeHigh;
import static org.saccade.schemas.codec.evt.Evt3Words.vect12;
import static org.saccade.schemas.codec.evt.Evt3Words.vect8;
import static org.saccade.schemas.codec.evt.Evt3Words.vectBaseX;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.EventGuard;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.codec.Violation;

/**
 * The cases of OpenEB's tests of its EVT3 decoders, with its numbers: what both do, and where ours
 * does otherwise on purpose. OpenEB has a default decoder and a robust one; here the policy on
 * backward time stands for the latter.
 */
class Evt3PeerCasesTest {
  private static final int HIGH = 4096;

  private static List<String> decode(int... words) {
    return Decoded.of(new Evt3Decoder(), evt3(words)).events();
  }

  /** TIME_HIGH from 0 to {@code last}, then more words. */
  private static int[] afterTimeHighs(int last, int... words) {
    return IntStream.concat(
            IntStream.rangeClosed(0, last).map(Evt3Words::timeHigh), IntStream.of(words))
        .toArray();
  }

  @Test
  void anEmptyStreamHasNoEvents() {
    assertThat(decode()).isEmpty();
  }

  @Test
  void aBasicStream() {
    assertThat(decode(timeHigh(0), addrY(1), addrX(2, 0), addrX(3, 1)))
        .containsExactly("0 2 1 0", "0 3 1 1");
  }

  @Test
  void eventsBeforeTheFirstTimeHighAreDropped() {
    assertThat(decode(addrY(1), addrX(2, OFF), timeHigh(3), addrY(4), addrX(5, OFF)))
        .containsExactly((3 << 12) + " 5 4 0");
    assertThat(decode(addrY(1), addrX(2, OFF))).isEmpty();
  }

  /** Time 0, 1, back to 0, 1: an event after each. */
  private static final int[] GOES_BACK = {
    timeHigh(0),
    addrY(1),
    addrX(2, OFF),
    timeHigh(1),
    addrX(3, OFF),
    timeHigh(0),
    addrX(4, OFF),
    timeHigh(1),
    addrX(5, OFF)
  };

  @Test
  void aTimeHighThatGoesBackIsBelievedByDefault() {
    Guarded passed = guarded(BackwardTime.PASS);
    assertThat(passed.events())
        .containsExactly("0 2 1 0", HIGH + " 3 1 0", "0 4 1 0", HIGH + " 5 1 0");
    assertThat(passed.backward()).isEqualTo(1);
  }

  @Test
  void aTimeHighThatGoesBackCostsItsEventsWhereThePolicyIsToDrop() {
    Guarded dropped = guarded(BackwardTime.DROP);
    assertThat(dropped.events()).containsExactly("0 2 1 0", HIGH + " 3 1 0", HIGH + " 5 1 0");
    assertThat(dropped.backward()).isEqualTo(1);
  }

  private record Guarded(List<String> events, long backward) {}

  private static Guarded guarded(BackwardTime policy) {
    byte[] bytes = evt3(GOES_BACK);
    EventBatch events = new EventBatch(30);
    new Evt3Decoder().decode(bytes, 0, bytes.length, events, new TriggerBatch(1));
    EventGuard guard = new EventGuard(100, 100, policy, OutOfFrame.DROP);
    guard.apply(events, 0);
    return new Guarded(Decoded.lines(events), guard.violations().get(Violation.TIME_BACKWARD));
  }

  @Test
  void aTimeHighThatSkipsOneIsBelieved() {
    // OpenEB's robust decoder reports it. Encoders that leave out empty times, as ours, skip many.
    assertThat(
            decode(
                timeHigh(0),
                addrY(1),
                addrX(2, 0),
                timeHigh(2),
                addrX(3, 0),
                timeHigh(3),
                addrX(4, 0)))
        .containsExactly("0 2 1 0", (2 << 12) + " 3 1 0", (3 << 12) + " 4 1 0");
  }

  @Test
  void theWrapCountsALoop() {
    assertThat(
            decode(
                afterTimeHighs(
                    0xFFF,
                    addrY(1),
                    addrX(2, 0),
                    timeHigh(0),
                    addrX(3, 0),
                    timeHigh(1),
                    addrX(4, 0))))
        .containsExactly(
            (0xFFF << 12) + " 2 1 0", (0x1000 << 12) + " 3 1 0", (0x1001 << 12) + " 4 1 0");
  }

  @Test
  void aWrapThatSkipsTimeHighsCountsALoop() {
    assertThat(
            decode(
                afterTimeHighs(
                    0xFFD,
                    addrY(1),
                    addrX(2, 0),
                    timeHigh(1),
                    addrX(3, 0),
                    timeHigh(2),
                    addrX(4, 0))))
        .containsExactly(
            (0xFFD << 12) + " 2 1 0", (0x1001 << 12) + " 3 1 0", (0x1002 << 12) + " 4 1 0");
    // However many it skips, up to half the range: OpenEB reports more than 255, and goes on.
    assertThat(decode(afterTimeHighs(0xFFF, addrY(1), timeHigh(0xFF), addrX(3, 0))))
        .containsExactly((0x10FF << 12) + " 3 1 0");
  }

  @Test
  void aVectorOfTwelveTwelveEight() {
    assertThat(
            decode(
                timeHigh(0),
                addrY(1),
                vectBaseX(1, OFF),
                vect12(0xFFF),
                vect12(0xFFF),
                vect8(0xFF)))
        .hasSize(12 + 12 + 8)
        .startsWith("0 1 1 0")
        .endsWith("0 32 1 0");
  }

  @Test
  void aVectorWithAnotherWordInItKeepsAllItsEvents() {
    assertThat(
            decode(
                timeHigh(0),
                addrY(1),
                vectBaseX(1, OFF),
                vect12(0xFFF),
                addrX(2, OFF),
                vect8(0xFF)))
        .hasSize(12 + 1 + 8);
    // OpenEB's robust decoder drops these three words; ours believes each.
    assertThat(
            decode(timeHigh(0), addrY(1), vectBaseX(1, OFF), vect12(0xFFF), addrY(2), vect8(0xFF)))
        .hasSize(12 + 8)
        .endsWith("0 20 2 0");
  }

  @Test
  void anEightVectorAloneIsReadWhereOpenEbIgnoresIt() {
    assertThat(decode(timeHigh(0), addrY(1), vectBaseX(1, OFF), vect8(0xFF), addrX(2, OFF)))
        .hasSize(8 + 1)
        .endsWith("0 2 1 0");
  }

  @Test
  void aVectorAcrossTwoCallsHasAllItsEvents() {
    // OpenEB gives all 32 at the second call; ours those that were told, at each.
    Evt3Decoder decoder = new Evt3Decoder();
    byte[] first = evt3(timeHigh(0), addrY(1), vectBaseX(1, OFF), vect12(0xFFF));
    assertThat(Decoded.of(decoder, first).events()).hasSize(12);
    assertThat(Decoded.of(decoder, evt3(vect12(0xFFF), vect8(0xFF))).events())
        .hasSize(12 + 8)
        .endsWith("0 32 1 0");
  }

  @Test
  void continuedWordsWholeOrPartialAreNoEvents() {
    assertThat(
            decode(
                timeHigh(0), others(0x014), continued12(0x123), continued12(0x456), continued4(7)))
        .isEmpty();
    assertThat(
            decode(
                timeHigh(0),
                addrY(1),
                others(0x014),
                continued12(0x123),
                addrX(0, OFF),
                continued12(0x456),
                continued4(7)))
        .containsExactly("0 0 1 0");
  }
}

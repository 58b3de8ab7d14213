package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.events.EventStreamParameters.DEFAULTS;
import static org.saccade.operators.events.Packets.asLast;
import static org.saccade.operators.events.Packets.packet;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.corner.Corners;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CropParameters;
import org.saccade.operators.filter.Rectangle;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.stage.StageParameters;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.OutputIds;

class KeyedEventOperatorTest {
  private static final StageParameters REFRACTORY =
      new RefractoryParameters(Refractory.LAST_EVENT, 1000);
  private static final StageParameters RATES = new RateParameters(100_000);

  private static long[] e(long t, long x, long y, long p) {
    return new long[] {t, x, y, p};
  }

  private static EventBatch events(EventPacket packet) throws Exception {
    byte[] payload = new byte[packet.getPayload().remaining()];
    packet.getPayload().duplicate().get(payload);
    EventBatch batch = new EventBatch(1);
    ColumnarCodec.decode(
        payload, 0, payload.length, packet.getCount(), packet.getTimeBase(), batch);
    return batch;
  }

  private static List<String> told(Harness h) {
    return h.health().stream().map(r -> r.getKind() + ": " + r.getDetail()).toList();
  }

  @Test
  void aPacketComesOutWithItsHeaderAndTheEventsThatWereKept() throws Exception {
    try (Harness h = Harness.of(DEFAULTS.withChain(REFRACTORY, RATES))) {
      h.offer(packet("cam", "s", 0, e(100, 1, 2, 1), e(200, 1, 2, 0), e(300, 63, 47, 0)));
      EventPacket out = h.packets().get(0);
      assertThat(events(out)).isEqualTo(batch(e(100, 1, 2, 1), e(300, 63, 47, 0)));
      assertThat(out)
          .returns("cam", EventPacket::getStream)
          .returns("s", EventPacket::getSession)
          .returns(0L, EventPacket::getSequence)
          .returns(100L, EventPacket::getTimeBase)
          .returns(300L, EventPacket::getTimeEnd)
          .returns(null, EventPacket::getEpochMicros)
          .returns(64, EventPacket::getWidth)
          .returns(48, EventPacket::getHeight)
          .returns(EventEncoding.COLUMNAR, EventPacket::getEncoding)
          .returns(false, EventPacket::getLast);
    }
  }

  /** What a rectangle gives whose right lower corner comes to (k, k). */
  private static long[][] corner(int k) {
    return IntStream.rangeClosed(0, 2 * k)
        .mapToObj(i -> e(1000L * k + i / 2, i % 2 == 0 ? k : i / 2, i % 2 == 0 ? i / 2 : k, 1))
        .toArray(long[][]::new);
  }

  @Test
  void cornersBesideTheStreamArePacketsOfTheSameHeaders() throws Exception {
    StageParameters beside = new CornerParameters(Corners.FAST, 0, true);
    StageParameters crop = new CropParameters(new Rectangle(0, 0, 40, 40));
    StageParameters alone = CornerParameters.FAST;
    try (Harness h = Harness.of(DEFAULTS.withChain(crop, beside, REFRACTORY));
        Harness filter = Harness.of(DEFAULTS.withChain(crop, alone))) {
      for (int k = 5; k <= 30; k++) {
        RawEventPacket packet = packet("cam", "s", k - 5, corner(k));
        packet = k == 29 ? Packets.withPayload(packet, new byte[] {1}) : packet;
        packet = k == 30 ? asLast(Packets.withPayload(packet, new byte[] {1})) : packet;
        h.offer(packet);
        filter.offer(packet);
      }
      assertThat(h.deadLetters()).hasSize(2);
      assertThat(h.corners()).isEqualTo(filter.packets()).hasSize(25);
      assertThat(h.corners().stream().mapToInt(EventPacket::getCount).sum()).isGreaterThan(10);
      assertThat(h.corners().get(24)).returns(true, EventPacket::getLast);
      assertThat(h.corners().get(3)).returns(40, EventPacket::getWidth);
      assertThat(h.packets().get(20)).returns(51, EventPacket::getCount);
    }
  }

  private static EventBatch batch(long[]... events) {
    EventBatch batch = new EventBatch(events.length);
    for (long[] e : events) {
      batch.add(e[0], (int) e[1], (int) e[2], (int) e[3]);
    }
    return batch;
  }

  @Test
  void aPacketOfWhichNothingIsKeptStillGoesOut() throws Exception {
    var parameters =
        DEFAULTS.withChain(
            new BackgroundActivityParameters(BackgroundActivity.EIGHT_NEIGHBOURS, 10));
    try (Harness h = Harness.of(parameters)) {
      h.offer(asLast(packet("cam", "s", 0, e(100, 1, 2, 1))));
      assertThat(h.packets()).hasSize(1);
      assertThat(h.packets().get(0).getCount()).isZero();
      assertThat(h.packets().get(0).getLast()).isTrue();
    }
  }

  @Test
  void eventsOutsideOfTheFrameAreDroppedToldOnceAndCounted() throws Exception {
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(
          packet("cam", "s", 0, e(1, 64, 0, 1), e(2, 0, 0, 1), e(3, 0, 48, 1)),
          asLast(packet("cam", "s", 1, e(4, 70, 0, 1))));
      assertThat(events(h.packets().get(0))).isEqualTo(batch(e(2, 0, 0, 1)));
      assertThat(told(h))
          .containsExactly(
              "DECODER: packet 0: 2 events outside of the frame",
              "SUMMARY: packets=2 events_in=4 events_kept=1 gaps=0 missing=0 duplicates=0 late=0"
                  + " reordered=0 dead_letters=0 features=3 violations=3 out_of_frame=3"
                  + " ended_by=last");
    }
  }

  @Test
  void aMalformedPayloadBecomesADeadLetterAndTheSequenceGoesOn() throws Exception {
    RawEventPacket good = packet("cam", "s", 1, e(10_000, 1, 2, 1));
    RawEventPacket bad = Packets.withPayload(good, new byte[] {1, 2});
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(packet("cam", "s", 0, e(1, 1, 2, 1)), bad, packet("cam", "s", 2, e(20_000, 1, 2, 1)));
      assertThat(h.packets()).extracting(EventPacket::getSequence).containsExactly(0L, 2L);
      assertThat(h.deadLetters())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.getReason()).isEqualTo(DeadLetterReason.MALFORMED_PAYLOAD);
                assertThat(d.getValue()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
                assertThat(d.getKey()).isEqualTo(ByteBuffer.wrap(new byte[] {'c', 'a', 'm'}));
                assertThat(d.getTopic()).isEqualTo("dvs.events");
                assertThat(d.getOffset()).isEqualTo(1);
                assertThat(d.getMessage())
                    .isEqualTo("count=1 does not fit a columnar payload of 2 bytes");
              });
      assertThat(told(h))
          .containsExactly("DECODER: count=1 does not fit a columnar payload of 2 bytes");
      h.offer(bad);
      assertThat(h.health()).last().returns(HealthKind.DUPLICATE, StreamHealth::getKind);
    }
  }

  @Test
  void aMalformedLastPacketStillEndsTheSessionDownstream() throws Exception {
    RawEventPacket bad = Packets.withPayload(packet("cam", "s", 0, e(1, 1, 2, 1)), new byte[0]);
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(asLast(bad));
      assertThat(h.packets())
          .singleElement()
          .returns(0, EventPacket::getCount)
          .returns(true, EventPacket::getLast);
      assertThat(h.deadLetters()).hasSize(1);
    }
  }

  @Test
  void aDeadLetterHoldsOneMebibyteAtMost() throws Exception {
    RawEventPacket bad =
        Packets.withPayload(packet("cam", "s", 0, e(1, 1, 2, 1)), new byte[2 << 20]);
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(bad);
      assertThat(h.deadLetters().get(0).getValue().remaining()).isEqualTo(1 << 20);
      assertThat(h.deadLetters().get(0).getMessage()).endsWith("(value cut from 2097152 bytes)");
    }
  }

  @Test
  void anotherGeometryWithinASessionIsADeadLetter() throws Exception {
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(
          packet("cam", "s", 0, e(1, 1, 2, 1)),
          Packets.withWidth(packet("cam", "s", 1, e(2, 1, 2, 1)), 128));
      assertThat(h.deadLetters())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.getReason()).isEqualTo(DeadLetterReason.INVALID_FIELD);
                assertThat(d.getMessage())
                    .isEqualTo(
                        "frame 128x48 in packet 1, but the session began with 64x48;"
                            + " open a new session for another geometry");
              });
      assertThat(h.packets()).hasSize(1);
    }
  }

  @Test
  void aTimeThatNoClockHasIsMalformed() throws Exception {
    RawEventPacket good = packet("cam", "s", 0, e(1, 1, 2, 1));
    byte[] far = new byte[ColumnarCodec.maxBytes(1)];
    int n = ColumnarCodec.encode(batch(e(1L << 62, 1, 2, 1)), 0, 1, good.timeBase(), far, 0);
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(Packets.withPayload(good, java.util.Arrays.copyOf(far, n)));
      assertThat(h.deadLetters()).hasSize(1);
      assertThat(h.packets()).isEmpty();
    }
  }

  @Test
  void ratesAreOfWhatWasKeptOrOfWhatCameIn() throws Exception {
    Map<List<StageParameters>, List<Double>> cases =
        Map.of(
            List.of(REFRACTORY), List.of(),
            List.of(REFRACTORY, RATES), List.of(10.0, 10.0, 0.0),
            List.of(RATES, REFRACTORY), List.of(20.0, 20.0, 0.0),
            List.of(RATES, REFRACTORY, RATES), List.of(20.0, 20.0, 0.0, 10.0, 10.0, 0.0));
    for (var e : cases.entrySet()) {
      try (Harness h = Harness.of(DEFAULTS.withChain(e.getKey()))) {
        h.offer(packet("cam", "s", 0, e(1, 1, 2, 1), e(2, 1, 2, 1), e(100_000, 1, 2, 1)));
        assertThat(h.features().stream().map(Feature::getValue)).isEqualTo(e.getValue());
      }
    }
  }

  @Test
  void aFeatureTellsWhereItComesFrom() throws Exception {
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(packet("cam", "s", 0, e(1, 1, 2, 1), e(100_000, 1, 2, 1)));
      Feature on = h.features().get(1);
      assertThat(on.getName()).isEqualTo("on_rate");
      assertThat(on.getTime()).isEqualTo(100_000);
      byte[] id =
          new OutputIds()
              .id("Feature", "cam", "s", Harness.UID, "", DEFAULTS.digest(), 0, 100_000, 1);
      assertThat(on.getProvenance().getId().bytes()).isEqualTo(id);
      assertThat(on.getProvenance().getConfiguration()).isEqualTo(DEFAULTS.digest());
    }
  }

  @Test
  void gapsLateAndDuplicatesAreToldWithTheirIds() throws Exception {
    try (Harness h = Harness.of(DEFAULTS.withReorder(0, 0))) {
      h.offer(
          packet("cam", "s", 0, e(1, 1, 2, 1)),
          packet("cam", "s", 3, e(30_000, 1, 2, 1)),
          packet("cam", "s", 3, e(30_000, 1, 2, 1)),
          packet("cam", "s", 1, e(10_000, 1, 2, 1)));
      assertThat(h.health())
          .extracting(StreamHealth::getKind)
          .containsExactly(HealthKind.GAP, HealthKind.DUPLICATE, HealthKind.LATE);
      StreamHealth gap = h.health().get(0);
      assertThat(gap.getCount()).isEqualTo(2);
      byte[] id =
          new OutputIds()
              .id(
                  "StreamHealth",
                  "cam",
                  "s",
                  Harness.UID,
                  "",
                  DEFAULTS.withReorder(0, 0).digest(),
                  1,
                  30_000,
                  0);
      assertThat(gap.getProvenance().getId().bytes()).isEqualTo(id);
      assertThat(h.health().stream().map(r -> r.getProvenance().getId())).doesNotHaveDuplicates();
    }
  }

  @Test
  void aResetOfTheClockWithinASessionStartsTheModelsAnew() throws Exception {
    try (Harness h = Harness.of(DEFAULTS.withChain(REFRACTORY, RATES))) {
      h.offer(
          packet("cam", "s", 0, e(5_000_000, 1, 2, 1)),
          packet("cam", "s", 1, e(1_000, 1, 2, 1)),
          packet("cam", "s", 2, e(1_500, 1, 2, 1)));
      assertThat(h.packets()).extracting(EventPacket::getCount).containsExactly(1, 1, 0);
      assertThat(h.health())
          .singleElement()
          .returns(HealthKind.CLOCK_RESET, StreamHealth::getKind)
          .returns("time fell back by 4999000 µs at packet 1", StreamHealth::getDetail);
      assertThat(h.features().get(0).getTime()).as("the open window is given").isEqualTo(5_100_000);
    }
  }

  @Test
  void silenceIsToldOnceAndClosedUnderTheSameId() throws Exception {
    var parameters = DEFAULTS.withKeeping(1 << 20, Duration.ofDays(1), Duration.ofMillis(500));
    try (Harness h = Harness.of(parameters)) {
      h.clock(1000);
      h.offer(packet("cam", "s", 0, e(1, 1, 2, 1)));
      h.clock(1400);
      h.offer(packet("cam", "s", 1, e(2, 1, 2, 1)));
      h.clock(1899);
      assertThat(h.health()).isEmpty();
      h.clock(1900);
      h.clock(60_000);
      h.offer(packet("cam", "s", 2, e(3, 1, 2, 1)));
      assertThat(h.health()).extracting(StreamHealth::getKind).containsOnly(HealthKind.IDLE);
      assertThat(h.health())
          .extracting(StreamHealth::getState)
          .containsExactly(HealthState.OPEN, HealthState.CLOSED);
      assertThat(h.health().stream().map(r -> r.getProvenance().getId()).distinct()).hasSize(1);
      h.clock(60_500);
      assertThat(h.health()).as("the next silence").hasSize(3);
      assertThat(h.health().get(2).getProvenance().getId())
          .isNotEqualTo(h.health().get(0).getProvenance().getId());
    }
  }

  @Test
  void aKeyThatSentNothingForTheExpiryIsFlushedAndForgotten() throws Exception {
    var parameters = DEFAULTS.withKeeping(1 << 20, Duration.ofMillis(8000), Duration.ZERO);
    try (Harness h = Harness.of(parameters)) {
      h.clock(1000);
      h.offer(packet("cam", "s", 0, e(1, 1, 2, 1)));
      h.snapshot(1);
      assertThat(h.keyedStateEntries()).isPositive();
      h.clock(5000);
      h.offer(packet("cam", "s", 2, e(2, 1, 2, 1)));
      h.clock(12_999);
      assertThat(h.health()).isEmpty();
      h.clock(14_000);
      assertThat(told(h))
          .containsExactly(
              "GAP: packets 1 to 1 are missing",
              "SUMMARY: packets=2 events_in=2 events_kept=2 gaps=1 missing=1 duplicates=0 late=0"
                  + " reordered=0 dead_letters=0 features=3 violations=0 ended_by=expired");
      assertThat(h.packets()).hasSize(2);
      assertThat(h.keyedStateEntries()).isZero();
      assertThat(h.timers()).isZero();
    }
  }

  @Test
  void theEndOfTheInputGivesWhatWaitsAndWhatIsOpen() throws Exception {
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(packet("cam", "s", 0, e(1, 1, 2, 1)), packet("cam", "s", 2, e(2, 1, 2, 1)));
      assertThat(h.packets()).hasSize(1);
      h.endInput();
      assertThat(h.packets()).hasSize(2);
      assertThat(h.features()).hasSize(3);
      assertThat(told(h)).last().asString().endsWith("ended_by=end_of_input");
    }
  }
}

package org.saccade.schemas.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.evt.Evt21Encoder;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.Evt3Encoder;
import org.saccade.schemas.codec.evt.WordOrder;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.Packets;
import org.saccade.schemas.wire.RejectedRecordException;

class PayloadDecoderTest {
  private static final byte[] NO_STATE = {};
  private static final List<EventEncoding> WORDS =
      List.of(
          EventEncoding.EVT2, EventEncoding.EVT21, EventEncoding.EVT21_LEGACY, EventEncoding.EVT3);
  private final EventPackets packets = new EventPackets();
  private final PayloadDecoder decoder = new PayloadDecoder();
  private final EventBatch batch = new EventBatch(1);

  private RawEventPacket packet(EventEncoding encoding, byte[] state, int count, byte[] payload)
      throws RejectedRecordException {
    return read(Packets.words(encoding, state, count, payload));
  }

  private RawEventPacket read(EventPacket packet) throws RejectedRecordException {
    return packets.read(packets.write(packet), Origin.file(0));
  }

  /** One row, one microsecond after another, cut into packets of ten events as EVT3. */
  private List<RawEventPacket> evt3(boolean withState, long firstTime)
      throws RejectedRecordException {
    EventBatch events = new EventBatch(50);
    for (int i = 0; i < 50; i++) {
      events.add(firstTime + i * 300L, i, 7, i & 1);
    }
    Evt3Encoder encoder = new Evt3Encoder();
    List<RawEventPacket> cut = new ArrayList<>();
    for (int i = 0; i < 50; i += 10) {
      byte[] state = withState ? encoder.decoderState() : NO_STATE;
      byte[] out = new byte[Evt3Encoder.maxBytes(10)];
      int end = encoder.encode(events, i, i + 10, out, 0);
      EventPacket packet = Packets.words(EventEncoding.EVT3, state, 10, Arrays.copyOf(out, end));
      packet.setTimeBase(events.t(i));
      packet.setTimeEnd(events.t(i + 9));
      cut.add(read(packet));
    }
    return cut;
  }

  private long[] times(RawEventPacket packet) throws MalformedPayloadException {
    decoder.decode(packet, batch);
    return Arrays.copyOf(batch.t(), batch.size());
  }

  private static long[] ten(long first) {
    long[] times = new long[10];
    Arrays.setAll(times, i -> first + i * 300L);
    return times;
  }

  @Test
  void aColumnarPacketStandsAlone() throws Exception {
    RawEventPacket packet =
        packets.read(
            packets.writeColumnar(Packets.header(), Packets.events(20), 0, 20), Origin.file(0));

    decoder.decode(packet, batch);
    decoder.decode(packet, batch);

    assertThat(batch).isEqualTo(Packets.events(20));
    assertThat(decoder.violations().isEmpty()).isTrue();
  }

  @Test
  void aPacketThatBringsItsStateIsDecodedInAnyOrder() throws Exception {
    List<RawEventPacket> cut = evt3(true, 3L << 24);

    assertThat(times(cut.get(4))).isEqualTo(ten((3L << 24) + 12000));
    assertThat(times(cut.get(1))).isEqualTo(ten((3L << 24) + 3000));
    assertThat(batch.y(0)).isEqualTo(7);
    assertThat(decoder.violations().isEmpty()).isTrue();
  }

  @Test
  void aPacketWithoutStateGoesOnFromTheOneBefore() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    for (int i = 0; i < 5; i++) {
      assertThat(times(cut.get(i))).isEqualTo(ten(1000 + i * 3000L));
    }
    assertThat(decoder.violations().isEmpty()).isTrue();
  }

  @Test
  void afterABreakItDropsAndCountsUntilTheStreamTellsTheTime() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    times(cut.get(0));
    decoder.forget();

    // 4000 is below 4096, the next TIME_HIGH; no row comes again in this stream.
    assertThat(times(cut.get(1))).isEmpty();
    assertThat(decoder.violations().get(Violation.BEFORE_TIME_BASE)).isEqualTo(1);
    assertThat(decoder.violations().get(Violation.MISSING_ROW)).isEqualTo(9);
  }

  @Test
  void afterABreakTheLoopIsTheOneNearestToThePacketsTime() throws Exception {
    byte[] payload = {0x03, (byte) 0x80, 0x05, 0x00, 0x09, 0x28};
    EventPacket packet = Packets.words(EventEncoding.EVT3, NO_STATE, 1, payload);
    packet.setTimeBase((9L << 24) + 3 * 4096);
    decoder.forget();

    assertThat(times(read(packet))).containsExactly((9L << 24) + 3 * 4096);
  }

  @Test
  void theStateBetweenTwoPacketsGoesToAnotherDecoder() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    PayloadDecoder first = new PayloadDecoder();
    for (int i = 0; i < 5; i++) {
      PayloadDecoder next = new PayloadDecoder();
      next.restore(first.state());
      assertThat(next.state()).isEqualTo(first.state()).hasSizeLessThanOrEqualTo(66);
      next.decode(cut.get(i), batch);
      assertThat(Arrays.copyOf(batch.t(), batch.size())).isEqualTo(ten(1000 + i * 3000L));
      first = next;
    }
  }

  @Test
  void theStateRemembersABreak() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    times(cut.get(0));
    decoder.forget();
    PayloadDecoder next = new PayloadDecoder();
    next.restore(decoder.state());
    next.decode(cut.get(1), batch);

    assertThat(batch.size()).isZero();
  }

  @Test
  void aMalformedPacketIsABreak() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    times(cut.get(0));
    RawEventPacket odd = packet(EventEncoding.EVT3, NO_STATE, 1, new byte[3]);

    assertThatThrownBy(() -> decoder.decode(odd, batch))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessage("EVT3 payload of 3 bytes declares 1 events; 0 were found up to byte 2");
    assertThat(batch.size()).isZero();
    assertThat(times(cut.get(1))).isEmpty();
  }

  @Test
  void moreEventsThanDeclaredAreMalformed() throws Exception {
    byte[] out = new byte[Evt2Encoder.maxBytes(20)];
    int end = new Evt2Encoder().encode(Packets.events(20), 0, 20, out, 0);
    byte[] payload = Arrays.copyOf(out, end);
    for (int count : new int[] {0, 1, 19}) {
      RawEventPacket packet = packet(EventEncoding.EVT2, NO_STATE, count, payload);
      assertThatThrownBy(() -> decoder.decode(packet, batch))
          .hasMessageContaining("declares " + count + " events");
    }
    decoder.decode(packet(EventEncoding.EVT2, NO_STATE, 20, payload), batch);
    assertThat(batch).isEqualTo(Packets.events(20));
  }

  @Test
  void aCountThatTheBytesCannotHoldAllocatesNothing() throws Exception {
    for (EventEncoding encoding : WORDS) {
      RawEventPacket packet = packet(encoding, NO_STATE, 1 << 20, new byte[400]);
      assertThatThrownBy(() -> decoder.decode(packet, batch))
          .hasMessage("count=1048576 does not fit an " + encoding + " payload of 400 bytes");
    }
    assertThat(batch.capacity()).isEqualTo(1);
  }

  @Test
  void packetsMayHoldMoreTriggersThanTheBatchStartsWith() throws Exception {
    TriggerBatch edges = new TriggerBatch(500);
    for (int i = 0; i < 500; i++) {
      edges.add(1000 + i, i % 16, i & 1);
    }
    byte[] out = new byte[Evt3Encoder.maxBytes(500)];
    int end = new Evt3Encoder().encode(edges, 0, 500, out, 0);

    decoder.decode(packet(EventEncoding.EVT3, NO_STATE, 0, Arrays.copyOf(out, end)), batch);

    assertThat(decoder.triggers()).isEqualTo(edges);
  }

  @Test
  void anImpossibleDecoderStateIsMalformed() throws Exception {
    RawEventPacket packet = packet(EventEncoding.EVT2, new byte[5], 0, new byte[4]);

    assertThatThrownBy(() -> decoder.decode(packet, batch))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessage("decoderState: EVT2 state has 5 bytes, expected 18");
  }

  @Test
  void wordsOfEvt21AreReadInTheOrderThatTheEncodingNames() throws Exception {
    for (WordOrder order : WordOrder.values()) {
      byte[] out = new byte[Evt21Encoder.maxBytes(20)];
      int end = new Evt21Encoder(order).encode(Packets.events(20), 0, 20, out, 0);
      EventEncoding encoding =
          order == WordOrder.LEGACY ? EventEncoding.EVT21_LEGACY : EventEncoding.EVT21;
      decoder.decode(packet(encoding, NO_STATE, 20, Arrays.copyOf(out, end)), batch);
      assertThat(batch).isEqualTo(Packets.events(20));
      assertThat(decoder.violations().isEmpty()).isTrue();
    }
  }

  @Test
  void timesWhoseDifferencesOverflowAreMalformed() throws Exception {
    for (long t : new long[] {1L << 61, Long.MAX_VALUE, -(1L << 61) - 1, Long.MIN_VALUE}) {
      EventBatch far = new EventBatch(2);
      far.add(0, 0, 0, 0);
      far.add(t, 0, 0, 0);
      RawEventPacket packet =
          packets.read(packets.writeColumnar(Packets.header(), far, 0, 2), Origin.file(0));
      assertThatThrownBy(() -> decoder.decode(packet, batch))
          .hasMessage("payload has event times outside of ±2^61 µs");
      assertThat(batch.size()).isZero();
    }
  }

  @Test
  void anotherEncodingInTheMiddleStartsAfresh() throws Exception {
    List<RawEventPacket> cut = evt3(false, 1000);
    times(cut.get(0));
    decoder.decode(packet(EventEncoding.EVT2, NO_STATE, 0, new byte[0]), batch);

    assertThat(times(cut.get(1))).isEmpty();
  }

  @Test
  void refusesStatesThatAreNone() {
    for (byte[] state : new byte[][] {{}, {0}, {-1, 0}, {100, 0}, {1, 0}, {2, 0, 9}}) {
      assertThatThrownBy(() -> decoder.restore(state)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}

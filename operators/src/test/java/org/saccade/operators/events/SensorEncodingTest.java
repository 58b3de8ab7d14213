package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.events.EventStreamParameters.DEFAULTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.codec.evt.Evt21Encoder;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.Evt3Encoder;
import org.saccade.schemas.codec.evt.WordEncoder;
import org.saccade.schemas.codec.evt.WordOrder;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** Packets in the sensor's own words, cut where the sensor's stream was cut. */
class SensorEncodingTest {
  private static final int PACKETS = 30;
  private static final int EVENTS = 100;

  /** Events 3 µs apart, so that most packets hold several time words. */
  private static EventBatch events(int packet) {
    EventBatch batch = new EventBatch(EVENTS);
    for (int i = 0; i < EVENTS; i++) {
      int n = packet * EVENTS + i;
      batch.add(16_000_000 + 3L * n, n % Packets.WIDTH, n % Packets.HEIGHT, n % 2);
    }
    return batch;
  }

  private static WordEncoder encoder(EventEncoding encoding) {
    return switch (encoding) {
      case EVT2 -> new Evt2Encoder();
      case EVT21 -> new Evt21Encoder(WordOrder.LITTLE_ENDIAN);
      case EVT21_LEGACY -> new Evt21Encoder(WordOrder.LEGACY);
      default -> new Evt3Encoder();
    };
  }

  /** The same events as one stream of words, a packet each; with or without the state of each. */
  private static List<RawEventPacket> packets(EventEncoding encoding, boolean withState) {
    WordEncoder encoder = encoder(encoding);
    List<RawEventPacket> packets = new ArrayList<>();
    for (int k = 0; k < PACKETS; k++) {
      EventBatch batch = events(k);
      byte[] state = encoder.decoderState();
      byte[] words = new byte[encoder.mostBytes(EVENTS)];
      int length = encoder.encode(batch, 0, EVENTS, words, 0);
      packets.add(
          new RawEventPacket(
              "cam",
              "s",
              k,
              batch.t(0),
              batch.t(EVENTS - 1),
              RawEventPacket.NO_EPOCH,
              Packets.WIDTH,
              Packets.HEIGHT,
              encoding,
              withState ? state : new byte[0],
              EVENTS,
              k == PACKETS - 1,
              Arrays.copyOf(words, length),
              0,
              new Origin("dvs.events", 0, k, 0)));
    }
    return packets;
  }

  private static EventBatch decode(EventPacket packet) throws Exception {
    byte[] payload = new byte[packet.getPayload().remaining()];
    packet.getPayload().duplicate().get(payload);
    EventBatch batch = new EventBatch(1);
    ColumnarCodec.decode(
        payload, 0, payload.length, packet.getCount(), packet.getTimeBase(), batch);
    return batch;
  }

  @ParameterizedTest
  @EnumSource(names = {"EVT2", "EVT21", "EVT21_LEGACY", "EVT3"})
  void withoutStateTheDecoderIsCarriedFromPacketToPacket(EventEncoding encoding) throws Exception {
    try (Harness h = Harness.of(DEFAULTS)) {
      h.offer(packets(encoding, false).toArray(new RawEventPacket[0]));
      assertThat(h.packets()).hasSize(PACKETS);
      for (int k = 0; k < PACKETS; k++) {
        assertThat(decode(h.packets().get(k))).as("packet %d", k).isEqualTo(events(k));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EVT2", "EVT21", "EVT21_LEGACY", "EVT3"})
  void withItsStateAPacketBehindAGapIsDecodedWhole(EventEncoding encoding) throws Exception {
    List<RawEventPacket> packets = packets(encoding, true);
    packets.remove(7);
    try (Harness h = Harness.of(DEFAULTS.withReorder(0, 0))) {
      h.offer(packets.toArray(new RawEventPacket[0]));
      assertThat(h.packets()).hasSize(PACKETS - 1);
      for (EventPacket packet : h.packets()) {
        assertThat(decode(packet)).isEqualTo(events((int) packet.getSequence()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EVT2", "EVT21", "EVT21_LEGACY", "EVT3"})
  void withoutStateWhatComesBehindAGapIsDroppedUntilTheWordsTellTheTimeAgain(EventEncoding encoding)
      throws Exception {
    List<RawEventPacket> packets = packets(encoding, false);
    packets.remove(7);
    try (Harness h = Harness.of(DEFAULTS.withReorder(0, 0))) {
      h.offer(packets.toArray(new RawEventPacket[0]));
      boolean found = false;
      for (EventPacket packet : h.packets()) {
        EventBatch whole = events((int) packet.getSequence());
        EventBatch got = decode(packet);
        if (got.size() < EVENTS) {
          found |= packet.getSequence() >= 8;
          whole.removeFirst(EVENTS - got.size());
        }
        assertThat(got).as("packet %d", packet.getSequence()).isEqualTo(whole);
      }
      assertThat(found).as("events dropped behind the gap").isTrue();
      assertThat(h.health())
          .anyMatch(health -> health.getDetail().contains("before the first time base"));
    }
  }
}

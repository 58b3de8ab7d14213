package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

class PacketizerTest {
  private static List<EventBatch> packets(EventSource source, PacketLimits limits)
      throws IOException {
    Packetizer packetizer = new Packetizer(source, limits);
    List<EventBatch> packets = new ArrayList<>();
    while (packetizer.next()) {
      EventBatch packet = new EventBatch(1);
      packet.append(packetizer.events(), packetizer.from(), packetizer.to());
      assertThat(packetizer.sequence()).isEqualTo(packets.size());
      packets.add(packet);
    }
    return packets;
  }

  private static List<long[]> times(PacketLimits limits, long... times) throws IOException {
    List<long[]> cut = new ArrayList<>();
    for (EventBatch packet : packets(Batches.of(Batches.at(times)), limits)) {
      cut.add(java.util.Arrays.copyOf(packet.t(), packet.size()));
    }
    return cut;
  }

  @Test
  void cutsBeforeTheEventThatIsOneTooMany() throws IOException {
    assertThat(times(new PacketLimits(2, 1000), 1, 2, 3, 4, 5))
        .containsExactly(new long[] {1, 2}, new long[] {3, 4}, new long[] {5});
  }

  @Test
  void cutsBeforeTheEventThatIsTooLateForThePacket() throws IOException {
    assertThat(times(new PacketLimits(100, 10), 0, 9, 10, 19, 20))
        .containsExactly(new long[] {0, 9}, new long[] {10, 19}, new long[] {20});
  }

  @Test
  void cutsWhereTimeGoesBackByMoreThanAPacket() throws IOException {
    assertThat(times(new PacketLimits(100, 10), 50, 45, 40, 41))
        .containsExactly(new long[] {50, 45}, new long[] {40, 41});
  }

  @Test
  void marksTheLastPacketAndNoOther() throws IOException {
    Packetizer packetizer =
        new Packetizer(Batches.of(Batches.at(1, 2, 3, 4)), new PacketLimits(2, 1000));

    assertThat(packetizer.next()).isTrue();
    assertThat(packetizer.last()).isFalse();
    assertThat(packetizer.next()).isTrue();
    assertThat(packetizer.last()).isTrue();
    assertThat(packetizer.timeBase()).isEqualTo(3);
    assertThat(packetizer.timeEnd()).isEqualTo(4);
    assertThat(packetizer.next()).isFalse();
  }

  @Test
  void givesOneEmptyLastPacketForARecordingWithoutEvents() throws IOException {
    Packetizer packetizer = new Packetizer(Batches.of(Batches.at()), PacketLimits.DEFAULT);

    assertThat(packetizer.next()).isTrue();
    assertThat(packetizer.count()).isZero();
    assertThat(packetizer.last()).isTrue();
    assertThat(packetizer.sequence()).isZero();
    assertThat(packetizer.next()).isFalse();
  }

  @Test
  void readsOnOverBatchesWithoutEvents() throws IOException {
    EventBatch events = Batches.at(1, 2);
    int[] call = {0};
    EventSource source =
        batch -> {
          batch.clear();
          int i = call[0]++;
          if (i % 2 == 1 && i < 4) {
            batch.append(events, i / 2, i / 2 + 1);
          }
          return i < 4;
        };

    assertThat(packets(source, PacketLimits.DEFAULT)).containsExactly(events);
  }

  @Property
  void cutsAlikeHoweverTheSourceIsChunked(
      @ForAll("recordings") EventBatch events,
      @ForAll("chunks") List<Integer> chunks,
      @ForAll("limits") PacketLimits limits)
      throws IOException {
    assertThat(packets(Batches.inChunks(events, chunks), limits))
        .isEqualTo(packets(Batches.of(events), limits));
  }

  @Property
  void writesPacketsThatTogetherDecodeToTheRecording(
      @ForAll("recordings") EventBatch events,
      @ForAll("chunks") List<Integer> chunks,
      @ForAll("limits") PacketLimits limits)
      throws Exception {
    Packetizer packetizer = new Packetizer(Batches.inChunks(events, chunks), limits);
    PacketWriter writer = new PacketWriter("cam0", "run", 640, 480);
    EventPackets reader = new EventPackets();
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch decoded = new EventBatch(1);
    EventBatch together = new EventBatch(1);
    boolean last = false;
    while (packetizer.next()) {
      RawEventPacket packet = reader.read(writer.write(packetizer), Origin.file(0));
      decoder.decode(packet, decoded);
      assertThat(decoded.size()).isEqualTo(packet.count()).isLessThanOrEqualTo(limits.maxEvents());
      for (int i = 0; i < decoded.size(); i++) {
        assertThat(Math.abs(decoded.t(i) - packet.timeBase())).isLessThan(limits.maxMicros());
      }
      together.append(decoded, 0, decoded.size());
      assertThat(last).isFalse();
      last = packet.last();
    }
    assertThat(last).isTrue();
    assertThat(together).isEqualTo(events);
  }

  @Provide
  Arbitrary<EventBatch> recordings() {
    Arbitrary<Integer> step =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 3)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(-50, 500)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(-100_000, 1_000_000)));
    return Combinators.combine(Arbitraries.longs().between(0, 1L << 40), step.list().ofMaxSize(200))
        .as(
            (start, steps) -> {
              long[] times = new long[steps.size()];
              long t = start;
              for (int i = 0; i < times.length; i++) {
                t += steps.get(i);
                times[i] = t;
              }
              return Batches.at(times);
            });
  }

  @Provide
  Arbitrary<List<Integer>> chunks() {
    return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<PacketLimits> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 64), Arbitraries.longs().between(1, 1000))
        .as(PacketLimits::new);
  }
}

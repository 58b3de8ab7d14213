package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.kafka.BrokerUnreachableException;
import org.saccade.schemas.Marker;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

class ReplayTest {
  private static final ReplaySettings SETTINGS =
      ReplaySettings.of("dvs.events", "cam0")
          .withSession("run")
          .withLimits(new PacketLimits(2, 1000));

  private final ManualClock clock = new ManualClock();
  private final MockProducer<byte[], byte[]> producer = producer(true);

  private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
    return new MockProducer<>(
        autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static OpenRecording.Opener events(long... times) {
    return () -> OpenRecording.of(Batches.of(Batches.at(times)), 640, 480);
  }

  private static OpenRecording.Opener eventsWithEpoch(long epochMicros, long... times) {
    return () ->
        new OpenRecording(
            OpenRecording.Cutter.of(Batches.of(Batches.at(times))),
            640,
            480,
            epochMicros,
            () -> -1,
            ViolationCounts::new,
            () -> {});
  }

  private Replay replay(ReplaySettings settings) {
    return new Replay(settings, producer, clock, ReplayProgress.Listener.NONE);
  }

  private List<RawEventPacket> sent() throws RejectedRecordException {
    List<RawEventPacket> packets = new ArrayList<>();
    EventPackets reader = new EventPackets();
    for (ProducerRecord<byte[], byte[]> record : producer.history()) {
      assertThat(record.key()).isEqualTo("cam0".getBytes(StandardCharsets.UTF_8));
      assertThat(record.topic()).isEqualTo("dvs.events");
      packets.add(reader.read(record.value(), Origin.file(0)));
    }
    return packets;
  }

  @Test
  void sendsEachPacketWhenItsLastEventIsDue() throws Exception {
    List<Long> sentAt = new ArrayList<>();
    Replay replay =
        new Replay(
            SETTINGS.withLimits(new PacketLimits(100, 1000)),
            producer,
            clock,
            p -> sentAt.add(p.wallNanos()));

    replay.run(events(500, 900, 200_500, 200_700, 500_500));

    assertThat(sentAt).containsExactly(200_200_000L, 500_000_000L);
    assertThat(clock.nanos()).isEqualTo(500_000_000);
    assertThat(sent())
        .extracting(RawEventPacket::timeBase)
        .containsExactly(500L, 200_500L, 500_500L);
  }

  @Test
  void countsWhatItSent() throws Exception {
    ReplayResult result = replay(SETTINGS).run(events(10, 20, 30, 40, 50));

    assertThat(result.packets()).isEqualTo(3);
    assertThat(result.acknowledged()).isEqualTo(3);
    assertThat(result.failed()).isZero();
    assertThat(result.events()).isEqualTo(5);
    assertThat(result.sensorMicros()).isEqualTo(40);
    assertThat(result.bytes())
        .isEqualTo(producer.history().stream().mapToLong(r -> r.value().length).sum());
    assertThat(result.complete()).isTrue();
    assertThat(result.worstBehindNanos()).isZero();
  }

  @Test
  void opensASessionForEachPassOfALoop() throws Exception {
    ReplayResult result = replay(SETTINGS.withPasses(3)).run(events(10, 20, 30));

    assertThat(sent())
        .extracting(RawEventPacket::session, RawEventPacket::sequence, RawEventPacket::last)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("run-pass1", 0L, false),
            org.assertj.core.groups.Tuple.tuple("run-pass1", 1L, true),
            org.assertj.core.groups.Tuple.tuple("run-pass2", 0L, false),
            org.assertj.core.groups.Tuple.tuple("run-pass2", 1L, true),
            org.assertj.core.groups.Tuple.tuple("run-pass3", 0L, false),
            org.assertj.core.groups.Tuple.tuple("run-pass3", 1L, true));
    assertThat(result.firstSession()).isEqualTo("run-pass1");
    assertThat(result.lastSession()).isEqualTo("run-pass3");
    assertThat(result.passes()).isEqualTo(3);
  }

  @Test
  void namesTheSessionByTheRecordingsStartWhereThatIsKnown() throws Exception {
    // 2021-03-04T05:06:07Z is 1614834367 s of Unix time.
    long epoch = 1_614_834_367_000_000L - 250_000;

    replay(SETTINGS.withSession(null)).run(eventsWithEpoch(epoch, 250_000, 250_001));

    assertThat(sent())
        .singleElement()
        .satisfies(p -> assertThat(p.session()).isEqualTo("cam0-2021-03-04T05:06:07Z"))
        .satisfies(p -> assertThat(p.epochMicros()).isEqualTo(epoch));
  }

  @Test
  void namesSessionsApartWhereNoStartIsKnown() throws Exception {
    replay(SETTINGS.withSession(null)).run(events(1));
    replay(SETTINGS.withSession(null)).run(events(1));

    assertThat(sent()).extracting(RawEventPacket::session).doesNotHaveDuplicates().hasSize(2);
    assertThat(sent()).allMatch(p -> p.session().matches("cam0-[0-9a-f]{16}"));
  }

  @Test
  void givesAnEpochOfNowOnDemand() throws Exception {
    long before = System.currentTimeMillis() * 1000;

    replay(SETTINGS.withEpoch(ReplayEpoch.NOW)).run(eventsWithEpoch(0, 5_000_000));

    long firstEvent = sent().get(0).epochMicros() + 5_000_000;
    assertThat(firstEvent).isBetween(before, (System.currentTimeMillis() + 1) * 1000);
  }

  @Test
  void endsTheSessionWithAnEmptyPacketWhenItIsStopped() throws Exception {
    Replay[] self = new Replay[1];
    self[0] =
        new Replay(
            SETTINGS.withPasses(0),
            producer,
            clock,
            progress -> {
              if (progress.packets() == 3) {
                self[0].stop();
              }
            });

    ReplayResult result = self[0].run(events(0, 200_000, 400_000, 600_000, 800_000));

    assertThat(result.complete()).isFalse();
    assertThat(result.packets()).isEqualTo(4);
    RawEventPacket end = sent().get(3);
    assertThat(end.last()).isTrue();
    assertThat(end.count()).isZero();
    assertThat(end.sequence()).isEqualTo(3);
    assertThat(end.timeBase()).isEqualTo(400_000);
  }

  @Test
  void sendsOneEmptyPacketForARecordingWithoutEvents() throws Exception {
    replay(SETTINGS).run(events());

    assertThat(sent()).singleElement().matches(RawEventPacket::last);
  }

  @Test
  void countsPacketsThatTheBrokersRefuse() throws Exception {
    producer.sendException = null;
    MockProducer<byte[], byte[]> refusing = producer(false);
    Replay replay =
        new Replay(
            SETTINGS,
            refusing,
            clock,
            p -> refusing.errorNext(new RecordTooLargeException("17 MB")));

    ReplayResult result = replay.run(events(1));

    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.acknowledged()).isZero();
    assertThat(result.firstError()).isEqualTo("RecordTooLargeException: 17 MB");
  }

  @Test
  void endsWithOneLineWhenTheBrokersAreGone() {
    MockProducer<byte[], byte[]> gone = producer(false);
    Replay replay =
        new Replay(SETTINGS, gone, clock, p -> gone.errorNext(new TimeoutException("expired")));

    assertThatThrownBy(() -> replay.run(events(1)))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("the brokers took 0 of 1 packets")
        .message()
        .hasLineCount(1);
  }

  @Test
  void asksForTheGeometryWhereNobodySaysIt() {
    assertThatThrownBy(
            () -> replay(SETTINGS).run(() -> OpenRecording.of(Batches.of(Batches.at(1)), 0, 0)))
        .hasMessageContaining("geometry 0x0")
        .hasMessageContaining("--width");
  }

  /** Batches of events, each with edges of input 5 at some times. */
  private static OpenRecording.Opener edges(long[][] events, long[][] edges) {
    return () ->
        OpenRecording.of(
            new EventSource() {
              private int next;

              @Override
              public boolean read(EventBatch batch) {
                batch.clear();
                if (next == events.length) {
                  return false;
                }
                for (long t : events[next]) {
                  batch.add(t, 1, 1, 1);
                }
                next++;
                return true;
              }

              @Override
              public TriggerBatch triggers() {
                TriggerBatch batch = new TriggerBatch(4);
                if (next > 0) {
                  for (long t : edges[next - 1]) {
                    batch.add(t, 5, (int) t & 1);
                  }
                }
                return batch;
              }
            },
            8,
            8);
  }

  private List<Marker> markers() throws RejectedRecordException {
    List<Marker> found = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : producer.history()) {
      if (record.topic().equals("markers")) {
        assertThat(record.key()).isEqualTo("cam0".getBytes(StandardCharsets.UTF_8));
        found.add(new RecordCodec<>(Marker.class).decode(record.value()));
      }
    }
    return found;
  }

  @Test
  void triggerEdgesAreMarkersOfTheSameSession() throws Exception {
    ReplayResult result =
        replay(SETTINGS.withMarkers("markers"))
            .run(edges(new long[][] {{10, 2000}, {}, {9000}}, new long[][] {{11}, {3000}, {}}));

    assertThat(result.edges()).isEqualTo(2);
    assertThat(result.markers()).isEqualTo(2);
    assertThat(markers())
        .containsExactly(
            new Marker("cam0", "run", 0L, null, 11L, 0L, MarkerKind.TRIGGER, 5L, 1L, ""),
            new Marker("cam0", "run", 1L, null, 3000L, 0L, MarkerKind.TRIGGER, 5L, 0L, ""));
    // Each goes before the first packet that ends at or behind it.
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly("dvs.events", "markers", "dvs.events", "markers", "dvs.events");
  }

  @Test
  void edgesBehindTheLastEventAndWithoutAnyAreSentWhenTheyAreDue() throws Exception {
    replay(SETTINGS.withMarkers("markers"))
        .run(edges(new long[][] {{10}, {}}, new long[][] {{}, {500_010}}));
    assertThat(markers()).extracting(Marker::getTime).containsExactly(500_010L);
    assertThat(clock.nanos()).isEqualTo(500_000_000);

    producer.clear();
    replay(SETTINGS.withMarkers("markers"))
        .run(edges(new long[][] {{}, {}}, new long[][] {{7, 8}, {1_000_007}}));
    assertThat(markers()).extracting(Marker::getTime).containsExactly(7L, 8L, 1_000_007L);
    assertThat(clock.nanos()).isEqualTo(1_500_000_000);
  }

  @Test
  void edgesWithoutATopicAreCounted() throws Exception {
    ReplayResult result =
        replay(SETTINGS).run(edges(new long[][] {{10, 20}}, new long[][] {{11, 12}}));

    assertThat(result.edges()).isEqualTo(2);
    assertThat(result.markers()).isZero();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void aFloodOfEdgesIsSentWhileItIsRead() throws Exception {
    long[][] none = new long[5][0];
    long[][] many = new long[5][10_000];
    for (int i = 0; i < 50_000; i++) {
      many[i / 10_000][i % 10_000] = i;
    }
    ReplayResult result =
        replay(SETTINGS.withMarkers("markers").withSpeed(Pacer.MAX)).run(edges(none, many));

    assertThat(result.packets()).isEqualTo(1);
    assertThat(result.markers()).isEqualTo(50_000);
    assertThat(markers()).extracting(Marker::getSequence).isSorted();
  }
}

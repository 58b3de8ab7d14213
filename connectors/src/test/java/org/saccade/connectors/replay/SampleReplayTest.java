package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SegmentedRecording;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.schemas.packet.StreamMarker;
import org.saccade.schemas.wire.StreamMarkers;

class SampleReplayTest {
  private final ManualClock clock = new ManualClock();
  private final List<Long> sentAt = new ArrayList<>();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized java.util.concurrent.Future<
                org.apache.kafka.clients.producer.RecordMetadata>
            send(
                ProducerRecord<byte[], byte[]> record,
                org.apache.kafka.clients.producer.Callback callback) {
          sentAt.add(clock.nanos());
          return super.send(record, callback);
        }
      };

  /** No channels, and these markers. */
  private static SampleRecording markersOnly(RecordingMarker... markers) {
    SampleHeader header =
        new SampleHeader(
            "test", List.of(), SampleRate.of(1), SampleEncoding.FLOAT64, 7_000_000L, Map.of());
    return new SegmentedRecording(
        header,
        0,
        List.of(new SegmentedRecording.Segment(0, 0)),
        List.of(markers),
        new ViolationCounts()) {
      @Override
      protected void fill(SampleBatch batch, long first, int n) {
        throw new IllegalStateException("no sample");
      }

      @Override
      public void close() {}
    };
  }

  private ReplayResult play(ReplaySettings settings, RecordingMarker... markers)
      throws IOException, InterruptedException {
    return new SampleReplay(settings.withMarkers("markers"), producer, clock, 10)
        .run(() -> markersOnly(markers));
  }

  @Test
  void markersAloneAreSentWhenTheyAreDue() throws Exception {
    ReplayResult result =
        play(
            ReplaySettings.of("neuro.samples", "hypnogram").withSpeed(2),
            new RecordingMarker(1_000_000, 500_000, "Sleep stage W"),
            new RecordingMarker(3_000_000, 0, "7"));
    assertThat(sentAt).containsExactly(0L, 1_000_000_000L);
    StreamMarkers reader = new StreamMarkers(null);
    List<StreamMarker> sent = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : producer.history()) {
      assertThat(record.topic()).isEqualTo("markers");
      assertThat(record.key()).asString().isEqualTo("hypnogram");
      sent.add(reader.read(record.value(), Origin.file(0)));
    }
    assertThat(sent)
        .extracting(StreamMarker::stream, StreamMarker::time, StreamMarker::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("hypnogram", 1_000_000L, "Sleep stage W"),
            org.assertj.core.groups.Tuple.tuple("hypnogram", 3_000_000L, "7"));
    assertThat(List.of(result.packets(), result.events(), result.edges(), result.markers()))
        .containsExactly(0L, 0L, 2L, 2L);
    assertThat(result.sensorMicros()).isEqualTo(2_000_000);
  }

  @Test
  void eachPassIsASessionAndALoopOfNothingEnds() throws Exception {
    ReplayResult result =
        play(
            ReplaySettings.of("neuro.samples", "s").withSession("run").withPasses(2),
            new RecordingMarker(0, 0, "a"));
    assertThat(result.lastSession()).isEqualTo("run-pass2");
    assertThat(producer.history()).hasSize(2);
    assertThat(play(ReplaySettings.of("neuro.samples", "s").withPasses(0)).passes()).isEqualTo(1);
  }
}

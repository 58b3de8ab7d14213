package org.saccade.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.TopicCheck;
import org.saccade.connectors.kafka.TopicProblem;
import org.saccade.connectors.kafka.TopicReader;
import org.saccade.connectors.kafka.TopicRecord;
import org.saccade.connectors.kafka.TopicReport;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.TopicState;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.kafka.UnknownTopicException;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.Pacer;
import org.saccade.connectors.replay.Replay;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;

class ReplayITCase {
  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  private static ReplayResult replay(String topic, String stream, OpenRecording.Opener recording)
      throws Exception {
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      return new Replay(ReplaySettings.of(topic, stream).withSpeed(Pacer.MAX), producer)
          .run(recording);
    }
  }

  private static EventBatch decode(List<RawEventPacket> packets) throws Exception {
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch batch = new EventBatch(1);
    EventBatch together = new EventBatch(1);
    for (RawEventPacket packet : packets) {
      decoder.decode(packet, batch);
      together.append(batch, 0, batch.size());
    }
    return together;
  }

  @Test
  void putsARecordingOnATopicFromWhichItIsReadBackAlike() throws Exception {
    String topic = BROKER.newTopic(4);
    EventBatch left = Packets.events(200_000, 1);
    EventBatch right = Packets.events(100_000, 2);

    ReplayResult result = replay(topic, "left", Packets.recording(left));
    replay(topic, "right", Packets.recording(right));

    List<ConsumerRecord<byte[], byte[]>> records = BROKER.read(topic);
    List<RawEventPacket> packets = Packets.of(records);
    assertThat(decode(packets.stream().filter(p -> p.stream().equals("left")).toList()))
        .isEqualTo(left);
    assertThat(decode(packets.stream().filter(p -> p.stream().equals("right")).toList()))
        .isEqualTo(right);
    assertThat(records).allMatch(r -> r.timestampType() == TimestampType.LOG_APPEND_TIME);
    assertThat(result.acknowledged()).isEqualTo(result.packets());
    assertThat(result.events()).isEqualTo(200_000);
    assertThat(result.failed()).isZero();

    TopicReport report = TopicCheck.run(BROKER.connection(), topic, EventPacket.class, 0);
    assertThat(report.problems()).isEmpty();
    assertThat(report.items()).isEqualTo(300_000);
    assertThat(report.streams()).isEqualTo(2);
    assertThat(report.records()).isEqualTo(records.size());
  }

  @Test
  void putsRealRecordingsOnATopicFromWhichTheyAreReadBackAlike() throws Exception {
    Path folder = Path.of(System.getProperty("saccade.recordings", "none"), "events");
    if (!Files.isDirectory(folder)) {
      System.out.println("no real recordings at " + folder + ": nothing to replay");
      return;
    }
    String topic = BROKER.newTopic(2);
    for (String name : List.of("expelliarmus/evt3_sample.raw", "faery/evt2.raw")) {
      Path file = folder.resolve(name);
      ReadOptions options = ReadOptions.DEFAULT.withGeometry(1280, 720);
      EventBatch expected = new EventBatch(1024);
      EventBatch batch = new EventBatch(1024);
      try (RecordingReader reader = RecordingReader.open(file, options)) {
        while (reader.read(batch)) {
          expected.append(batch, 0, batch.size());
        }
      }

      replay(topic, name, () -> OpenRecording.of(file, options));

      List<RawEventPacket> packets =
          Packets.of(BROKER.read(topic)).stream().filter(p -> p.stream().equals(name)).toList();
      assertThat(decode(packets)).as(name).isEqualTo(expected);
    }
  }

  @Test
  void checkFindsWhatAForeignProducerGotWrong() throws Exception {
    String topic = BROKER.newTopic(1);
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      producer
          .send(new ProducerRecord<>(topic, "cam".getBytes(StandardCharsets.UTF_8), null))
          .get();
    }
    replay(topic, "cam", Packets.recording(Packets.events(10, 1)));

    TopicReport report = TopicCheck.run(BROKER.connection(), topic, EventPacket.class, 0);

    assertThat(report.problems()).isEqualTo(Map.of(TopicProblem.BAD_FRAMING, 1L));
    assertThat(report.offenders())
        .containsExactly(
            new TopicReport.Offender(TopicProblem.BAD_FRAMING, 0, 0, "the record has no value"));
  }

  @Test
  void tailFromTheLatestShowsOnlyWhatComesThen() throws Exception {
    String topic = BROKER.newTopic(2);
    replay(topic, "before", Packets.recording(Packets.events(10, 1)));

    try (TopicReader reader = TopicReader.open(BROKER.connection(), topic, false)) {
      assertThat(reader.atEnd()).isTrue();
      replay(topic, "after", Packets.recording(Packets.events(10, 1)));
      List<TopicRecord> found = List.of();
      while (found.isEmpty()) {
        found = reader.poll(Duration.ofSeconds(1));
      }
      assertThat(found)
          .singleElement()
          .satisfies(r -> assertThat(((EventPacket) r.record()).getStream()).isEqualTo("after"));
    }
  }

  @Test
  void namesATopicThatDoesNotExist() {
    assertThatThrownBy(() -> TopicReader.open(BROKER.connection(), "dvs.event", true))
        .isInstanceOf(UnknownTopicException.class)
        .hasMessageContaining("have no topic dvs.event: create it");
  }

  @Test
  void createsTopicsOnceAndDescribesThem() throws Exception {
    try (Topics topics = Topics.at(BROKER.connection())) {
      TopicSettings three = TopicSettings.DEFAULT.withPartitions(3);
      topics.create(List.of("made.first"), three);

      List<TopicState> states =
          topics.create(List.of("made.first", "made.second"), TopicSettings.DEFAULT);

      assertThat(states)
          .containsExactly(
              new TopicState("made.first", true, 3, 1, "LogAppendTime", 17 << 20, 0),
              new TopicState("made.second", true, 4, 1, "LogAppendTime", 17 << 20, 0));
      assertThat(topics.describe(List.of("made.third"))).noneMatch(TopicState::exists);
    }
  }
}

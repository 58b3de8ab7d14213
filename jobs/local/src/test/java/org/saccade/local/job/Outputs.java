package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Classification;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.wire.RecordCodec;

/** What a run of the job put onto its topics, by id: a record that came twice must be the same. */
record Outputs(Map<String, SpecificRecordBase> byId, int records) {
  private static final List<Topic> TOPICS =
      List.of(
          Topic.DVS_FILTERED,
          Topic.FEATURES,
          Topic.CLASSIFICATIONS,
          Topic.MICROSACCADES,
          Topic.ANOMALIES,
          Topic.DRIFTS,
          Topic.STREAM_HEALTH,
          Topic.DEAD_LETTERS);

  /**
   * @param written by the job
   */
  static Outputs read(String bootstrap, TopicNames names, List<Topic> written) throws Exception {
    Map<String, SpecificRecordBase> byId = new TreeMap<>();
    int records = 0;
    for (Topic topic : TOPICS.stream().filter(written::contains).toList()) {
      RecordCodec<?> codec = new RecordCodec<>(topic.recordType());
      for (ConsumerRecord<byte[], byte[]> record : all(bootstrap, names.of(topic))) {
        SpecificRecordBase value = codec.decode(record.value());
        SpecificRecordBase before = byId.put(id(value), value);
        records++;
        if (before != null) {
          assertThat(value.equals(before))
              .as("%s came twice, each time the same", id(value))
              .isTrue();
        }
      }
    }
    return new Outputs(byId, records);
  }

  /** All committed records of a topic. */
  static List<ConsumerRecord<byte[], byte[]>> all(String bootstrap, String topic) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, consumer.partitionsFor(topic).size())
              .mapToObj(p -> new TopicPartition(topic, p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  List<StreamHealth> health() {
    return byId.values().stream()
        .filter(StreamHealth.class::isInstance)
        .map(StreamHealth.class::cast)
        .toList();
  }

  List<Anomaly> anomalies() {
    return byId.values().stream()
        .filter(Anomaly.class::isInstance)
        .map(Anomaly.class::cast)
        .toList();
  }

  List<Drift> drifts() {
    return byId.values().stream().filter(Drift.class::isInstance).map(Drift.class::cast).toList();
  }

  List<DeadLetter> deadLetters() {
    return byId.values().stream()
        .filter(DeadLetter.class::isInstance)
        .map(DeadLetter.class::cast)
        .toList();
  }

  List<EventPacket> filtered() {
    return byId.values().stream()
        .filter(EventPacket.class::isInstance)
        .map(EventPacket.class::cast)
        .toList();
  }

  /** Those of one stream, with the place of the input left out. */
  Map<String, SpecificRecordBase> ofStream(String stream) {
    Map<String, SpecificRecordBase> found = new TreeMap<>();
    byId.forEach(
        (id, record) -> {
          if (stream(record).equals(stream)) {
            found.put(id, withoutOrigin(record));
          }
        });
    return found;
  }

  private static String stream(SpecificRecordBase record) {
    if (record instanceof EventPacket p) {
      return p.getStream();
    }
    if (record instanceof Feature f) {
      return f.getStream();
    }
    Provenance provenance = provenance(record);
    return provenance == null ? "" : provenance.getStream();
  }

  private static Provenance provenance(SpecificRecordBase record) {
    if (record instanceof Feature f) {
      return f.getProvenance();
    }
    if (record instanceof Microsaccade m) {
      return m.getProvenance();
    }
    if (record instanceof Classification c) {
      return c.getProvenance();
    }
    if (record instanceof Anomaly a) {
      return a.getProvenance();
    }
    if (record instanceof Drift d) {
      return d.getProvenance();
    }
    return record instanceof StreamHealth h ? h.getProvenance() : null;
  }

  private static SpecificRecordBase withoutOrigin(SpecificRecordBase record) {
    SpecificRecordBase copy =
        org.apache.avro.specific.SpecificData.get().deepCopy(record.getSchema(), record);
    Provenance provenance = provenance(copy);
    if (provenance != null) {
      provenance.setTopic("");
      provenance.setPartition(0);
      provenance.setFirstOffset(0);
      provenance.setLastOffset(0);
    }
    return copy;
  }

  private static String id(SpecificRecordBase record) {
    if (record instanceof EventPacket p) {
      return "packet " + p.getStream() + " " + p.getSession() + " " + p.getSequence();
    }
    if (record instanceof Feature f) {
      return "feature " + hex(f.getProvenance());
    }
    if (record instanceof Microsaccade m) {
      return "microsaccade " + hex(m.getProvenance());
    }
    if (record instanceof Classification c) {
      return "classification " + hex(c.getProvenance());
    }
    if (record instanceof Anomaly a) {
      return "anomaly " + hex(a.getProvenance());
    }
    if (record instanceof Drift d) {
      return "drift " + hex(d.getProvenance());
    }
    if (record instanceof StreamHealth h) {
      return "health " + hex(h.getProvenance()) + " " + h.getState();
    }
    DeadLetter d = (DeadLetter) record;
    return "dead letter " + d.getTopic() + " " + d.getPartition() + " " + d.getOffset();
  }

  private static String hex(Provenance provenance) {
    return HexFormat.of().formatHex(provenance.getId().bytes());
  }
}

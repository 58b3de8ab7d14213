package org.saccade.local.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.jobs.DriftJob;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.NeuralJob;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Drift;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

/** Reads the topics of the jobs from their beginning and counts what it sees. */
final class Watch implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Topic> topics = new HashMap<>();
  private final RecordCodec<EventPacket> packets = new RecordCodec<>(EventPacket.class);
  private final RecordCodec<Feature> features = new RecordCodec<>(Feature.class);
  private final RecordCodec<StreamHealth> health = new RecordCodec<>(StreamHealth.class);
  private final RecordCodec<SamplePacket> samples = new RecordCodec<>(SamplePacket.class);
  private final RecordCodec<Microsaccade> found = new RecordCodec<>(Microsaccade.class);
  private final RecordCodec<Anomaly> anomalies = new RecordCodec<>(Anomaly.class);
  private final RecordCodec<Drift> drifts = new RecordCodec<>(Drift.class);
  private final Map<String, Map<String, SeriesFigures>> series = new TreeMap<>();
  private final Map<String, StreamFigures> streams = new TreeMap<>();
  private final Map<String, GazeFigures> gaze = new TreeMap<>();
  private final Map<String, BrainFigures> brains = new TreeMap<>();
  private final Map<PacketKey, Long> appended = new HashMap<>();
  private final Map<PacketKey, Long> answered = new HashMap<>();
  private long deadLetters;

  private record PacketKey(String stream, String session, long sequence) {}

  /**
   * @param ofGaze streams that are gaze
   * @param ofBrains streams of brains; the others are events
   */
  Watch(
      String bootstrap,
      TopicNames names,
      Collection<Topic> watched,
      Collection<String> ofGaze,
      Collection<String> ofBrains) {
    ofGaze.forEach(stream -> gaze.put(stream, new GazeFigures()));
    ofBrains.forEach(stream -> brains.put(stream, new BrainFigures()));
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "max.partition.fetch.bytes",
                8 << 20,
                "client.id",
                "saccade-demo"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    watched.forEach(topic -> topics.put(names.of(topic), topic));
    List<TopicPartition> partitions = topics.keySet().stream().flatMap(this::partitions).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private Stream<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()));
  }

  /** Reads what has come since, waiting at most so long for something to come. */
  void poll(Duration atMost) throws RejectedRecordException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
      switch (topics.get(record.topic())) {
        case DVS_EVENTS -> in(packets.decode(record.value()), record.timestamp());
        case DVS_FILTERED -> out(packets.decode(record.value()), record.timestamp());
        case FEATURES -> feature(features.decode(record.value()));
        case ANOMALIES -> {
          Anomaly anomaly = anomalies.decode(record.value());
          series(anomaly.getProvenance().getStream(), anomaly.getFeature()).found(anomaly);
        }
        case DRIFTS -> {
          Drift drift = drifts.decode(record.value());
          series(drift.getProvenance().getStream(), drift.getFeature()).found(drift);
        }
        case NEURO_SAMPLES -> in(samples.decode(record.value()));
        case MICROSACCADES -> found(found.decode(record.value()));
        case STREAM_HEALTH -> healthOf(health.decode(record.value()));
        case DEAD_LETTERS -> deadLetters++;
        default -> {
          // No other topic is watched.
        }
      }
    }
  }

  private void feature(Feature feature) {
    if (!feature.getSession().equals(SeriesEnds.SESSION)) {
      BrainFigures brain = brains.get(feature.getStream());
      if (brain == null) {
        figures(feature.getStream()).features++;
      } else {
        brain.features++;
      }
      series(feature.getStream(), feature.getName()).values++;
    }
  }

  private SeriesFigures series(String stream, String feature) {
    return series
        .computeIfAbsent(stream, s -> new TreeMap<>())
        .computeIfAbsent(feature, f -> new SeriesFigures());
  }

  private void in(EventPacket packet, long timestamp) {
    StreamFigures stream = figures(packet.getStream());
    stream.packetsIn++;
    stream.eventsIn += packet.getCount();
    stream.lastIn |= packet.getLast();
    match(key(packet), timestamp, appended, answered, stream, -1);
  }

  private void in(SamplePacket packet) {
    GazeFigures figures = gaze.get(packet.getStream());
    if (figures != null) {
      figures.in(packet);
    }
    BrainFigures brain = brains.get(packet.getStream());
    if (brain != null) {
      brain.in(packet);
    }
  }

  private void found(Microsaccade microsaccade) {
    GazeFigures figures = gaze.get(microsaccade.getProvenance().getStream());
    if (figures != null) {
      figures.found(microsaccade);
    }
  }

  private void out(EventPacket packet, long timestamp) {
    StreamFigures stream = figures(packet.getStream());
    stream.packetsOut++;
    stream.eventsOut += packet.getCount();
    stream.lastOut |= packet.getLast();
    match(key(packet), timestamp, answered, appended, stream, 1);
  }

  /** The two ends of a packet's way are seen in either order. */
  private static void match(
      PacketKey key,
      long timestamp,
      Map<PacketKey, Long> mine,
      Map<PacketKey, Long> others,
      StreamFigures stream,
      int sign) {
    Long other = others.remove(key);
    if (other == null) {
      mine.put(key, timestamp);
    } else {
      stream.latency(sign * (timestamp - other));
    }
  }

  private void healthOf(StreamHealth record) {
    if (record.getProvenance().getOperator().equals(DriftJob.NAME)) {
      healthOfSeries(record);
      return;
    }
    String name = record.getProvenance().getStream();
    GazeFigures eyes = gaze.get(name);
    boolean summary = record.getKind() == HealthKind.SUMMARY;
    BrainFigures brain = brains.get(name);
    String job = brain != null ? NeuralJob.NAME : eyes != null ? MicrosaccadesJob.NAME : null;
    if (job != null && !record.getProvenance().getOperator().equals(job)) {
      // Both jobs read all samples; what one says of the other's streams is that they are not its.
      return;
    }
    if (brain != null) {
      if (summary) {
        brain.summary = record.getDetail();
      } else {
        brain.told(record);
      }
      return;
    }
    if (!summary) {
      Map<String, Long> health = eyes == null ? figures(name).health : eyes.health;
      health.merge(record.getKind().name(), 1L, Long::sum);
    } else if (eyes == null) {
      figures(name).summary = record.getDetail();
    } else {
      eyes.summary = record.getDetail();
    }
  }

  /** Their details begin with the feature's name. */
  private void healthOfSeries(StreamHealth record) {
    String stream = record.getProvenance().getStream();
    String detail = record.getDetail();
    if (record.getKind() != HealthKind.SUMMARY) {
      if (!brains.containsKey(stream)) {
        figures(stream).health.merge(record.getKind().name(), 1L, Long::sum);
      }
    } else {
      int name = detail.indexOf(": ");
      series(stream, detail.substring(0, name)).summary = detail.substring(name + 2);
    }
  }

  private static PacketKey key(EventPacket packet) {
    return new PacketKey(packet.getStream(), packet.getSession(), packet.getSequence());
  }

  private StreamFigures figures(String stream) {
    return streams.computeIfAbsent(stream, s -> new StreamFigures());
  }

  /** By stream, in the order of their names. */
  Map<String, StreamFigures> streams() {
    return streams;
  }

  /** What was told of features, by stream and feature. */
  Map<String, Map<String, SeriesFigures>> series() {
    return series;
  }

  /** Whether all that was told of features has been seen, once their ends were sent. */
  boolean seriesDone() {
    return series.values().stream()
        .flatMap(features -> features.values().stream())
        .allMatch(SeriesFigures::done);
  }

  /** Brains, the same. */
  Map<String, BrainFigures> brains() {
    return brains;
  }

  /** Gaze, the same. */
  Map<String, GazeFigures> gaze() {
    return gaze;
  }

  long deadLetters() {
    return deadLetters;
  }

  /**
   * @param expectedStreams of events
   */
  boolean done(int expectedStreams) {
    return streams.size() >= expectedStreams
        && streams.values().stream().allMatch(StreamFigures::done)
        && gaze.values().stream().allMatch(GazeFigures::done)
        && brains.values().stream().allMatch(BrainFigures::done);
  }

  @Override
  public void close() {
    consumer.close();
  }
}

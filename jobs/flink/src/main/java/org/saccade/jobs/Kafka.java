package org.saccade.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.KafkaInput;
import org.saccade.connectors.kafka.KafkaOutputs;
import org.saccade.connectors.kafka.StartFrom;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.jobs.config.Settings;

/** A job's topics, as its configuration says. */
public final class Kafka implements JobOutputs {
  private static final Map<Topic, Setting<String>> TOPICS =
      Map.ofEntries(
          Map.entry(Topic.DVS_EVENTS, Settings.TOPIC_EVENTS),
          Map.entry(Topic.MARKERS, Settings.TOPIC_MARKERS),
          Map.entry(Topic.DVS_FILTERED, Settings.TOPIC_FILTERED),
          Map.entry(Topic.DVS_CORNERS, Settings.TOPIC_CORNERS),
          Map.entry(Topic.NEURO_SAMPLES, Settings.TOPIC_SAMPLES),
          Map.entry(Topic.MICROSACCADES, Settings.TOPIC_MICROSACCADES),
          Map.entry(Topic.FEATURES, Settings.TOPIC_FEATURES),
          Map.entry(Topic.FRAMES, Settings.TOPIC_FRAMES),
          Map.entry(Topic.FLOW, Settings.TOPIC_FLOW),
          Map.entry(Topic.TRACKS, Settings.TOPIC_TRACKS),
          Map.entry(Topic.EPOCHS, Settings.TOPIC_EPOCHS),
          Map.entry(Topic.CLASSIFICATIONS, Settings.TOPIC_CLASSIFICATIONS),
          Map.entry(Topic.CONTROL, Settings.TOPIC_CONTROL),
          Map.entry(Topic.ANOMALIES, Settings.TOPIC_ANOMALIES),
          Map.entry(Topic.DRIFTS, Settings.TOPIC_DRIFTS),
          Map.entry(Topic.STREAM_HEALTH, Settings.TOPIC_HEALTH),
          Map.entry(Topic.DEAD_LETTERS, Settings.TOPIC_DEAD_LETTERS));

  private final JobConfiguration configuration;
  private final TopicNames names;
  private final List<Topic> written = new ArrayList<>();

  public Kafka(JobConfiguration configuration) {
    this.configuration = configuration;
    names = names(configuration);
  }

  /** What the topics are called. */
  public static TopicNames names(JobConfiguration configuration) {
    Map<String, String> renames = new HashMap<>();
    TOPICS.forEach(
        (topic, setting) -> renames.put(topic.defaultName(), configuration.get(setting)));
    return new TopicNames(configuration.get(Settings.TOPIC_PREFIX), renames);
  }

  /** Where the brokers are. */
  public static KafkaConnection connection(JobConfiguration configuration) {
    return new KafkaConnection(
        configuration.get(Settings.BOOTSTRAP_SERVERS), configuration.kafkaProperties());
  }

  /** A topic as input. */
  public KafkaInput input(Topic topic) {
    return KafkaInput.of(connection(configuration), names.of(topic))
        .group(configuration.get(Settings.GROUP))
        .from(StartFrom.parse(configuration.get(Settings.START)))
        .bounded(configuration.get(Settings.BOUNDED));
  }

  /** Topics that something was written to so far. */
  public List<Topic> written() {
    return Collections.unmodifiableList(written);
  }

  @Override
  public <T extends SpecificRecordBase> void write(
      Topic topic, Class<T> type, DataStream<T> records) {
    KafkaConnection connection = connection(configuration);
    KafkaOutputs outputs =
        configuration.get(Settings.GUARANTEE).equals("exactly-once")
            ? KafkaOutputs.exactlyOnce(connection, configuration.get(Settings.TRANSACTIONS))
            : KafkaOutputs.atLeastOnce(connection);
    written.add(topic);
    String name = "to-" + topic.defaultName();
    records.sinkTo(outputs.sink(names.of(topic), type)).uid(name).name(name);
  }
}

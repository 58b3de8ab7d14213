package org.saccade.local.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.run.LocalFlink;
import org.saccade.schemas.wire.RecordCodec;

/** Runs of a job over topics of one broker, each with output topics of its own. */
final class JobRuns {
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final KafkaConnection broker;
  private final Job job;

  /** A mini cluster whose task manager may be killed: four slots. */
  static MiniClusterExtension cluster() {
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(new Configuration())
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());
  }

  /** Of the events job. */
  JobRuns(KafkaConnection broker) {
    this(broker, new EventsJob());
  }

  JobRuns(KafkaConnection broker, Job job) {
    this.broker = broker;
    this.job = job;
  }

  /** A new topic of one partition that holds these records, in this order. */
  String topicOf(List<Packets.Keyed> records) throws Exception {
    String topic = "in-" + RUNS.incrementAndGet();
    try (Topics topics = Topics.at(broker)) {
      var unused = topics.create(List.of(topic), TopicSettings.DEFAULT.withPartitions(1));
    }
    append(topic, records);
    return topic;
  }

  void append(String topic, List<Packets.Keyed> records) throws Exception {
    try (Producer<byte[], byte[]> producer = Producers.packets(broker)) {
      for (Packets.Keyed record : records) {
        var unused =
            producer.send(new ProducerRecord<>(topic, 0, Packets.key(record), record.value()));
      }
      producer.flush();
    }
  }

  /** A run's configuration: reads the topic; all its others are new ones. */
  JobConfiguration configure(String input, Map<String, String> more) throws IOException {
    String run = "run-" + RUNS.incrementAndGet() + ".";
    Map<String, String> values = new HashMap<>();
    values.put("kafka.bootstrap.servers", broker.bootstrapServers());
    values.put("topics." + job.inputs().get(0).defaultName(), input);
    List<Topic> own = new ArrayList<>(job.topics());
    own.remove(job.inputs().get(0));
    for (Topic topic : own) {
      values.put("topics." + topic.defaultName(), run + topic.defaultName());
    }
    values.put("job.checkpoint.millis", "0");
    values.putAll(more);
    JobConfiguration configuration = LocalFlink.configure(JobConfiguration.defaults().with(values));
    try (Topics topics = Topics.at(broker)) {
      List<String> names = Kafka.names(configuration).of(own);
      var unused = topics.create(names, TopicSettings.DEFAULT.withPartitions(1));
    }
    return configuration;
  }

  /** Runs the job over what the topic holds now, and gives what came out. */
  Outputs run(String input, Map<String, String> more) throws Exception {
    return outputs(execute(input, more));
  }

  /** Runs the job over what the topic holds now, and gives its configuration. */
  JobConfiguration execute(String input, Map<String, String> more) throws Exception {
    Map<String, String> bounded = new HashMap<>(more);
    bounded.put("job.bounded", "true");
    JobConfiguration configuration = configure(input, bounded);
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    job.fromKafka(env, configuration);
    var unused = env.execute("run over " + input);
    return configuration;
  }

  /** All records of one of a run's topics. */
  <T extends SpecificRecordBase> List<T> records(
      JobConfiguration configuration, Topic topic, Class<T> type) throws Exception {
    RecordCodec<T> codec = new RecordCodec<>(type);
    List<T> records = new ArrayList<>();
    for (var record :
        Outputs.all(broker.bootstrapServers(), Kafka.names(configuration).of(topic))) {
      records.add(codec.decode(record.value()));
    }
    return records;
  }

  Outputs outputs(JobConfiguration configuration) throws Exception {
    return Outputs.read(broker.bootstrapServers(), Kafka.names(configuration), job.outputs());
  }
}

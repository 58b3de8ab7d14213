package org.saccade.jobs;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;

/** What runs under one name: the topics it reads, the topics it writes, and what is between. */
public interface Job {
  /** Name on the command line; part of the ids of its outputs. */
  String name();

  /** Topics that it reads, what it is about first. */
  List<Topic> inputs();

  /** Topics that it writes, its main result first. */
  List<Topic> outputs();

  /** Adds its topology: from its topics, to wherever. */
  void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration);

  /** Adds its topology: from its topics, to its topics. */
  default void fromKafka(StreamExecutionEnvironment env, JobConfiguration configuration) {
    fromKafka(env, new Kafka(configuration), configuration);
  }

  /** Topics that it reads and writes. */
  default List<Topic> topics() {
    List<Topic> topics = new ArrayList<>(inputs());
    outputs().stream().filter(t -> !topics.contains(t)).forEach(topics::add);
    return topics;
  }
}

package org.saccade.connectors.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates and describes topics.
 *
 * <p>Every call ends within its time: where no broker answers, with a {@link
 * BrokerUnreachableException}.
 */
public final class Topics implements AutoCloseable {
  /** How long brokers may take to answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final AdminCalls admin;
  private final Duration patience;

  private Topics(AdminCalls admin, Duration patience) {
    this.admin = admin;
    this.patience = patience;
  }

  /** Connects; waits for the brokers at most {@link #PATIENCE}. */
  public static Topics at(KafkaConnection connection) throws IOException {
    return at(connection, PATIENCE);
  }

  /**
   * Connects.
   *
   * @throws BrokerUnreachableException if no broker answers within {@code patience}
   */
  public static Topics at(KafkaConnection connection, Duration patience) throws IOException {
    AdminCalls admin = AdminCalls.connect(connection, patience);
    return new Topics(admin, patience);
  }

  /**
   * Creates those of the topics that are missing, with the broker's time stamps ({@code
   * LogAppendTime}), and waits until every partition of them answers. Topics that exist stay as
   * they are.
   *
   * @return all of them, as they are then
   */
  public List<TopicState> create(Collection<String> names, TopicSettings settings)
      throws IOException {
    List<TopicState> before = describe(names);
    Map<String, String> config =
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            String.valueOf(settings.maxMessageBytes()));
    Optional<Integer> partitions = Optional.of(settings.partitions());
    Optional<Short> replicas =
        settings.replicas() == 0 ? Optional.empty() : Optional.of((short) settings.replicas());
    List<NewTopic> missing =
        before.stream()
            .filter(t -> !t.exists())
            .map(t -> new NewTopic(t.name(), partitions, replicas).configs(config))
            .toList();
    List<String> made = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> answer :
        admin.client().createTopics(missing).values().entrySet()) {
      try {
        admin.get(answer.getValue());
        made.add(answer.getKey());
      } catch (RefusedException e) {
        // Somebody else may have created it since we looked.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new IOException("topic " + answer.getKey() + ": " + e.getMessage(), e);
        }
      }
    }
    awaitPartitions(made, settings.partitions());
    return describe(names);
  }

  /** Leaders are elected after a topic was created: it is ready when all partitions answer. */
  private void awaitPartitions(List<String> names, int partitions) throws IOException {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (String name : names) {
      for (int p = 0; p < partitions; p++) {
        all.put(new TopicPartition(name, p), OffsetSpec.latest());
      }
    }
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        admin.get(admin.client().listOffsets(all).all());
        return;
      } catch (RefusedException e) {
        boolean early =
            e.getCause() instanceof UnknownTopicOrPartitionException
                || e.getCause() instanceof LeaderNotAvailableException
                || e.getCause() instanceof NotLeaderOrFollowerException;
        if (!early || System.nanoTime() > deadline) {
          throw new IOException("topics " + names + " are not ready: " + e.getMessage(), e);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  /** The topics as they are, in the order asked for; one that is missing is marked so. */
  public List<TopicState> describe(Collection<String> names) throws IOException {
    Set<String> asked = new LinkedHashSet<>(names);
    Map<String, TopicDescription> found = new HashMap<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> one :
        admin.client().describeTopics(asked).topicNameValues().entrySet()) {
      try {
        found.put(one.getKey(), admin.get(one.getValue()));
      } catch (RefusedException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            && !(e.getCause() instanceof InvalidTopicException)) {
          throw new IOException("topic " + one.getKey() + ": " + e.getMessage(), e);
        }
      }
    }
    Map<ConfigResource, Config> configs = configs(found.keySet());
    List<TopicState> states = new ArrayList<>();
    for (String name : asked) {
      TopicDescription topic = found.get(name);
      states.add(topic == null ? TopicState.missing(name) : state(topic, configs));
    }
    return states;
  }

  /**
   * A topic that must exist.
   *
   * @throws UnknownTopicException if it does not
   */
  public TopicState require(String name) throws IOException {
    TopicState state = describe(List.of(name)).get(0);
    if (!state.exists()) {
      throw new UnknownTopicException(name, admin.servers());
    }
    return state;
  }

  private Map<ConfigResource, Config> configs(Collection<String> names) throws IOException {
    List<ConfigResource> resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    try {
      return admin.get(admin.client().describeConfigs(resources).all());
    } catch (RefusedException e) {
      throw new IOException("configuration of topics " + names + ": " + e.getMessage(), e);
    }
  }

  private TopicState state(TopicDescription topic, Map<ConfigResource, Config> configs)
      throws IOException {
    Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
    return new TopicState(
        topic.name(),
        true,
        topic.partitions().size(),
        topic.partitions().get(0).replicas().size(),
        config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value(),
        Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value()),
        offsets(topic, OffsetSpec.latest()) - offsets(topic, OffsetSpec.earliest()));
  }

  private long offsets(TopicDescription topic, OffsetSpec spec) throws IOException {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    topic.partitions().forEach(p -> all.put(new TopicPartition(topic.name(), p.partition()), spec));
    try {
      return admin.get(admin.client().listOffsets(all).all()).values().stream()
          .mapToLong(ListOffsetsResultInfo::offset)
          .sum();
    } catch (RefusedException e) {
      throw new IOException("offsets of topic " + topic.name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}

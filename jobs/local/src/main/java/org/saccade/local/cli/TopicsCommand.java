package org.saccade.local.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.TopicState;
import org.saccade.connectors.kafka.Topics;
import org.saccade.jobs.Jobs;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates or describes the topics that the jobs and a replay need. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    header = "Describe the topics that the jobs and a replay need, or create them.",
    description = "With --create, those that are missing are made; the others stay as they are.")
final class TopicsCommand implements Callable<Integer> {
  @Option(names = "--create", description = "Create those that are missing.")
  boolean create;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of topics that are created (${DEFAULT-VALUE}).")
  int partitions;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--partitions", partitions, 1, 10_000);
    JobConfiguration config = configuration.load();
    Set<Topic> needed = EnumSet.copyOf(Jobs.topics());
    // No job needs it yet; replay writes trigger edges there.
    needed.add(Topic.MARKERS);
    List<String> names = Kafka.names(config).of(List.copyOf(needed));
    try (Topics topics = Topics.at(Kafka.connection(config))) {
      List<TopicState> states =
          create
              ? topics.create(names, TopicSettings.DEFAULT.withPartitions(partitions))
              : topics.describe(names);
      for (TopicState state : states) {
        System.out.println(line(state));
      }
    }
    return 0;
  }

  private static String line(TopicState topic) {
    if (!topic.exists()) {
      return topic.name() + ": missing; --create makes it";
    }
    return String.format(
        Locale.ROOT,
        "%s: %d partitions, %d replicas, %,d records, %s, records up to %,d bytes",
        topic.name(),
        topic.partitions(),
        topic.replicas(),
        topic.records(),
        topic.timestampType(),
        topic.maxMessageBytes());
  }
}

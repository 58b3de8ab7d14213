package org.saccade.jobs;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saccade.connectors.kafka.Topic;

/** All jobs. The next one is a class and a word here. */
public final class Jobs {
  private static final List<Job> ALL =
      List.of(
          new EventsJob(),
          new MicrosaccadesJob(),
          new NeuralJob(),
          new DriftJob(),
          new SpikePointJob());

  private Jobs() {}

  public static List<Job> all() {
    return ALL;
  }

  /** The job with a name. */
  public static Optional<Job> named(String name) {
    return ALL.stream().filter(j -> j.name().equals(name)).findFirst();
  }

  /** Their names, for a person: {@code events, drift}. */
  public static String names() {
    return ALL.stream().map(Job::name).collect(Collectors.joining(", "));
  }

  /** The topics that any of them reads or writes. */
  public static List<Topic> topics() {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    ALL.forEach(j -> topics.addAll(j.topics()));
    return List.copyOf(topics);
  }
}

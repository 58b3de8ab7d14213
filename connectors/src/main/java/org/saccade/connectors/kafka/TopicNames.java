package org.saccade.connectors.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the topics are called here: prefix, then the name given for a topic, else its default name.
 *
 * @param prefix before every name; empty: none
 * @param renames name by default name, for topics that are called otherwise
 */
public record TopicNames(String prefix, Map<String, String> renames) {
  public static final TopicNames DEFAULT = new TopicNames("", Map.of());

  public TopicNames {
    renames = Map.copyOf(renames);
    for (String name : renames.keySet()) {
      if (Topic.named(name).isEmpty()) {
        throw new IllegalArgumentException(
            "there is no topic "
                + name
                + " to rename; topics are "
                + Arrays.stream(Topic.values())
                    .map(Topic::defaultName)
                    .collect(Collectors.joining(", ")));
      }
    }
    for (Topic topic : Topic.values()) {
      String name = prefix + renames.getOrDefault(topic.defaultName(), topic.defaultName());
      if (!name.matches("[a-zA-Z0-9._-]{1,249}") || name.equals(".") || name.equals("..")) {
        throw new IllegalArgumentException(
            "topic name \"" + name + "\" must be 1 to 249 of the characters a-z A-Z 0-9 . _ -");
      }
    }
  }

  public String of(Topic topic) {
    return prefix + renames.getOrDefault(topic.defaultName(), topic.defaultName());
  }

  public List<String> of(List<Topic> topics) {
    return topics.stream().map(this::of).toList();
  }
}

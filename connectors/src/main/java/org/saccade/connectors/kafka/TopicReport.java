package org.saccade.connectors.kafka;

import java.util.List;
import java.util.Map;

/**
 * Whether a topic's records are what Saccade expects.
 *
 * @param topic its name
 * @param records records read
 * @param types how many of each type, by name
 * @param streams different streams
 * @param sessions different runs of a sensor's clock
 * @param items events in packets of events that could be decoded
 * @param problems how many of each kind, the kinds in the order of {@link TopicProblem}
 * @param offenders the first few of each kind, in the order of reading
 */
public record TopicReport(
    String topic,
    long records,
    Map<String, Long> types,
    long streams,
    long sessions,
    long items,
    Map<TopicProblem, Long> problems,
    List<Offender> offenders) {

  /** A record that is not as it should be. */
  public record Offender(TopicProblem problem, int partition, long offset, String message) {}

  /** Whether nothing is wrong. */
  public boolean clean() {
    return problems.isEmpty();
  }
}

package org.saccade.local.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.saccade.connectors.kafka.JsonLines;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.TopicReader;
import org.saccade.connectors.kafka.TopicRecord;
import org.saccade.jobs.Kafka;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A topic's records as JSON lines. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    header = "A topic's records as JSON lines, decoded.",
    description = {
      "Follows the topic until interrupted. A line has topic, partition, offset, timestampMillis,",
      "key and record; where the record cannot be decoded, reason and message in its place."
    })
final class TailCommand implements Callable<Integer> {
  /** Where to begin. */
  enum From {
    EARLIEST,
    LATEST
  }

  @Parameters(paramLabel = "TOPIC", description = "The topic.")
  String topic;

  @Option(
      names = "--from",
      paramLabel = "earliest|latest",
      defaultValue = "latest",
      description = "Where to begin (${DEFAULT-VALUE}).")
  From from;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N records.")
  long limit = Long.MAX_VALUE;

  @Option(names = "--no-follow", description = "Stop at the topic's end.")
  boolean noFollow;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--limit", limit, 0, Long.MAX_VALUE);
    KafkaConnection connection = Kafka.connection(configuration.load());
    long left = limit;
    try (TopicReader reader = TopicReader.open(connection, topic, from == From.EARLIEST)) {
      while (left > 0 && !(noFollow && reader.atEnd())) {
        for (TopicRecord record : reader.poll(Duration.ofMillis(500))) {
          if (left == 0) {
            break;
          }
          System.out.println(JsonLines.of(record));
          left--;
        }
      }
    }
    return 0;
  }
}

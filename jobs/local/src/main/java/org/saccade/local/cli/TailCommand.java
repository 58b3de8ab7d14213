package org.saccade.local.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.saccade.connectors.kafka.JsonLines;
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
    description = "A topic's records as JSON lines, decoded; follows the topic until interrupted.")
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
      defaultValue = "LATEST",
      description = "Where to begin: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  From from;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N records.")
  long limit = Long.MAX_VALUE;

  @Option(names = "--no-follow", description = "Stop at the topic's end.")
  boolean noFollow;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    long left = limit;
    try (TopicReader reader =
        TopicReader.open(Kafka.connection(configuration.load()), topic, from == From.EARLIEST)) {
      while (left > 0 && !out.checkError() && !(noFollow && reader.atEnd())) {
        for (TopicRecord record : reader.poll(Duration.ofMillis(500))) {
          if (left-- <= 0) {
            break;
          }
          out.println(JsonLines.of(record));
        }
      }
    }
    out.flush();
    return 0;
  }
}

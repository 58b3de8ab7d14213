package org.saccade.local.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicCheck;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.connectors.kafka.TopicReport;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a topic that some other program writes holds what Saccade expects. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Read a topic that some other program writes and say whether its records are what",
      "Saccade expects. Exit status 0: they are; 1: they are not."
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TOPIC", description = "The topic.")
  String topic;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "Read at most N records; 0: all (${DEFAULT-VALUE}).")
  long limit;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException {
    JobConfiguration config = configuration.load();
    TopicReport report = TopicCheck.run(Kafka.connection(config), topic, expected(config), limit);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d records %s, %,d streams, %,d sessions, %,d events%n",
        report.topic(),
        report.records(),
        report.types(),
        report.streams(),
        report.sessions(),
        report.items());
    report.problems().forEach((problem, n) -> System.out.printf("  %,d x %s%n", n, problem));
    for (TopicReport.Offender offender : report.offenders()) {
      System.out.printf(
          "  partition %d offset %d: %s: %s%n",
          offender.partition(), offender.offset(), offender.problem(), offender.message());
    }
    System.out.println(
        report.clean() ? "  all as expected" : "  the field rules are in schemas/WIRE.md");
    return report.clean() ? 0 : Errors.FAILED;
  }

  /** What a topic with one of our names should hold; null for others: any record of ours. */
  private Class<? extends SpecificRecordBase> expected(JobConfiguration config) {
    TopicNames names = Kafka.names(config);
    for (Topic known : Topic.values()) {
      if (names.of(known).equals(topic)) {
        return known.recordType();
      }
    }
    return null;
  }
}

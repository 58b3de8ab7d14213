package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    header = "Whether a topic that some other program writes is as Saccade expects.",
    description = {
      "Reads what the topic has now: framing, schema, key, session, sequence, times, payloads;",
      "shows the first offenders of each kind. Exit status 0: all as expected; 1: not."
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

  @Option(names = "--json", description = "The report as one JSON object.")
  boolean json;

  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException {
    Errors.requireBetween("--limit", limit, 0, Long.MAX_VALUE);
    JobConfiguration config = configuration.load();
    TopicReport report = TopicCheck.run(Kafka.connection(config), topic, expected(config), limit);
    System.out.print(json ? asJson(report) + "\n" : text(report));
    return report.clean() ? 0 : Errors.FAILED;
  }

  private static String text(TopicReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d records %s, %,d streams, %,d sessions, %,d %s%n",
            report.topic(),
            report.records(),
            report.types(),
            report.streams(),
            report.sessions(),
            report.items(),
            items(report)));
    report
        .problems()
        .forEach(
            (problem, n) ->
                text.append(String.format(Locale.ROOT, "  %,d %s%n", n, problem.description())));
    for (TopicReport.Offender offender : report.offenders()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  partition %d offset %d: %s: %s%n",
              offender.partition(),
              offender.offset(),
              offender.problem(),
              offender.message()));
    }
    String end = report.records() == 0 ? "nothing to check yet" : "all as expected";
    return text.append("  ")
        .append(report.clean() ? end : "the field rules are in schemas/WIRE.md")
        .append(String.format("%n"))
        .toString();
  }

  private static String asJson(TopicReport report) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("topic", report.topic());
    node.put("clean", report.clean());
    node.put("records", report.records());
    ObjectNode types = node.putObject("types");
    report.types().forEach(types::put);
    node.put("streams", report.streams());
    node.put("sessions", report.sessions());
    node.put(items(report), report.items());
    ObjectNode problems = node.putObject("problems");
    report.problems().forEach((problem, n) -> problems.put(problem.name(), n));
    ArrayNode offenders = node.putArray("offenders");
    for (TopicReport.Offender offender : report.offenders()) {
      ObjectNode one = offenders.addObject();
      one.put("problem", offender.problem().name());
      one.put("partition", offender.partition());
      one.put("offset", offender.offset());
      one.put("message", offender.message());
    }
    return node.toString();
  }

  /** What packets hold: of samples it is samples a channel. */
  private static String items(TopicReport report) {
    return report.types().containsKey("SamplePacket") ? "samples" : "events";
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

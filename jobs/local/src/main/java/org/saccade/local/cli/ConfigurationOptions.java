package org.saccade.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.jobs.config.JobConfiguration;
import picocli.CommandLine.Option;

/** The configuration as the command line gives it. */
final class ConfigurationOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "Configuration file, YAML.")
  Path file;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "One value of the configuration; stronger than file and environment.")
  List<String> assignments = new ArrayList<>();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka's brokers; short for --set kafka.bootstrap.servers=…")
  String bootstrap;

  JobConfiguration load() {
    List<String> all = new ArrayList<>(assignments);
    if (bootstrap != null) {
      all.add("kafka.bootstrap.servers=" + bootstrap);
    }
    return JobConfiguration.load(file, System.getenv(), all);
  }
}

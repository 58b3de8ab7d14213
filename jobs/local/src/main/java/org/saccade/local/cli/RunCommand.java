package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.LocalRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One Flink job in this process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "One Flink job in this process. With files on both sides it needs no broker. The same job",
      "runs on a cluster through flink run."
    })
final class RunCommand implements Callable<Integer> {
  private static final String TOPIC = "topic:";

  @Parameters(paramLabel = "JOB", description = "The job: events.")
  String job;

  @Option(
      names = "--input",
      paramLabel = "FILE|DIR|topic:NAME",
      arity = "1..*",
      description = "Recordings, folders of recordings, or a topic (the configured one).")
  List<String> input = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE.jsonl|topic:NAME|-",
      description =
          "A file of JSON lines, stdout, or the topic of the job's main output (the configured"
              + " ones).")
  String output;

  @Mixin RecordingOptions recording;
  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws Exception {
    if (!job.equals(EventsJob.NAME)) {
      throw new Errors.UnusableException("there is no job " + job + "; there is: events");
    }
    JobConfiguration config = LocalFlink.configure(configuration.load());
    List<Path> recordings = new ArrayList<>();
    for (String one : input) {
      if (!one.startsWith(TOPIC)) {
        collect(Path.of(one), recordings);
      } else if (input.size() > 1) {
        throw new Errors.UnusableException("--input takes one topic, or files, not both");
      } else {
        config = config.with(Map.of(Settings.TOPIC_EVENTS.key(), name(one)));
      }
    }
    if (!input.isEmpty() && !input.get(0).startsWith(TOPIC) && recordings.isEmpty()) {
      throw new Errors.UnusableException(input + ": no recording there");
    }
    String file = output;
    if (output != null && output.startsWith(TOPIC)) {
      config = config.with(Map.of(Settings.TOPIC_FILTERED.key(), name(output)));
      file = null;
    }
    LocalRun run = new LocalRun(config, recordings, recording.toReadOptions(), file);
    run.execute();
    return 0;
  }

  private static String name(String topic) {
    return topic.substring(TOPIC.length());
  }

  /** A file, or the files of a folder in the order of their names. */
  private static void collect(Path path, List<Path> recordings) throws IOException {
    if (!Files.isDirectory(path)) {
      recordings.add(path);
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      files.filter(Files::isRegularFile).sorted().forEach(recordings::add);
    }
  }
}

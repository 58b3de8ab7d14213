package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SidecarLayouts;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.jobs.Job;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.local.run.JobFiles;
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
    header = "One Flink job in this process.",
    description = {
      "With files on both sides it needs no broker. A topic is read until interrupted, or, under",
      "--set job.bounded=true, to its present end. The same job runs on a cluster: flink run.",
      "Of samples in files it reads the markers too; events puts trigger edges out as markers."
    })
final class RunCommand implements Callable<Integer> {
  private static final String TOPIC = "topic:";

  @Parameters(
      paramLabel = "JOB",
      completionCandidates = RunnableJobs.class,
      description = "The job: ${COMPLETION-CANDIDATES}.")
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
    JobFiles files =
        JobFiles.ALL.stream()
            .filter(f -> f.job().name().equals(job))
            .findFirst()
            .orElseThrow(
                () ->
                    new Errors.UnusableException(
                        "there is no job "
                            + job
                            + "; there is: "
                            + String.join(", ", new RunnableJobs())));
    ReadOptions options = recording.toReadOptions();
    JobConfiguration config = configuration.load();
    List<Path> recordings = new ArrayList<>();
    for (String one : input) {
      if (!one.startsWith(TOPIC)) {
        collect(files, Path.of(one), options, recordings);
      } else if (input.size() > 1) {
        throw new Errors.UnusableException("--input takes one topic, or files, not both");
      } else {
        config = withTopic(config, files.job(), files.job().inputs().get(0), one);
      }
    }
    String file = output;
    if (output != null && output.startsWith(TOPIC)) {
      config = withTopic(config, files.job(), files.job().outputs().get(0), output);
      file = null;
    } else if (output != null && !output.equals("-")) {
      checkOutput(Path.of(output), recordings);
    }
    new LocalRun(files, LocalFlink.configure(config), recordings, options, file).execute();
    return 0;
  }

  /** The topic is called as the user says: the prefix is put before the other names only. */
  private static JobConfiguration withTopic(
      JobConfiguration config, Job job, Topic topic, String argument) {
    Map<String, String> names = new HashMap<>();
    for (Topic each : job.topics()) {
      names.put("topics." + each.defaultName(), Kafka.names(config).of(each));
    }
    names.put("topics." + topic.defaultName(), argument.substring(TOPIC.length()));
    names.put(Settings.TOPIC_PREFIX.key(), "");
    return config.with(names);
  }

  private static void checkOutput(Path out, List<Path> recordings) throws IOException {
    OutputFile.requireWritable(out);
    for (Path recording : recordings) {
      if (Files.exists(out) && Files.exists(recording) && Files.isSameFile(out, recording)) {
        throw new Errors.UnusableException(out + ": is an input itself; name another output");
      }
    }
  }

  /** A file; or the recordings of a folder in the order of their names. */
  private static void collect(JobFiles files, Path path, ReadOptions options, List<Path> recordings)
      throws IOException {
    if (!Files.isDirectory(path)) {
      recordings.add(path);
      return;
    }
    if (SidecarLayouts.of(path).isPresent()) {
      recordings.addAll(Folders.files(List.of(path)));
      return;
    }
    int before = recordings.size();
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        if (isRecording(files, file, options)) {
          recordings.add(file);
        }
      }
    }
    if (recordings.size() == before) {
      throw new Errors.UnusableException(path + ": no recording in this folder; name another");
    }
  }

  /** A folder may hold other files too: those are told and left out. */
  private static boolean isRecording(JobFiles files, Path file, ReadOptions options)
      throws IOException {
    try {
      files.check(file, options);
      return true;
    } catch (UnreadableRecordingException e) {
      System.err.println("saccade: left out: " + Errors.oneLine(e.getMessage()));
      return false;
    }
  }

  /** The names of the jobs, for the help. */
  static final class RunnableJobs extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    RunnableJobs() {
      super(JobFiles.ALL.stream().map(f -> f.job().name()).toList());
    }
  }
}

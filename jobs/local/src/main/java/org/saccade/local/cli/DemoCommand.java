package org.saccade.local.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.demo.BundledRecordings;
import org.saccade.local.demo.Demo;
import org.saccade.local.demo.Report;
import org.saccade.local.run.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job, whole, on this machine. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "The main job, whole, on this machine.",
    description = {
      "Starts a Kafka broker and Flink mini clusters, replays recordings of events, of gaze, of EEG",
      "and of gestures, runs the jobs that read them and tells what came out; ends by itself."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Recordings to replay in place of the bundled ones, several at once.")
  List<Path> input;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR|max",
      defaultValue = "1.0",
      description = "Recording time over wall time (${DEFAULT-VALUE}).")
  String speed;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the summary there, as JSON.")
  Path json;

  @Option(names = "--keep-running", description = "Leave broker and jobs up until interrupted.")
  boolean keepRunning;

  @Mixin RecordingOptions recording;
  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws Exception {
    double factor = Speeds.parse(speed);
    if (json != null) {
      OutputFile.requireWritable(json);
    }
    ReadOptions options = recording.toReadOptions();
    JobConfiguration config = configuration.load();
    for (Path file : input == null ? List.<Path>of() : input) {
      // Fails before anything is started or said.
      if (SampleFormats.find(file, options).isPresent()) {
        SampleFormats.open(file, options).close();
      } else {
        RecordingReader.open(file, options).close();
      }
    }
    List<Path> recordings =
        input == null ? BundledRecordings.unpack(ScratchFolder.folder("recordings")) : input;
    System.out.println(
        input == null
            ? "Replaying six simulated cameras, whose clocks are ten years apart, the gaze of two"
                + " simulated eyes, two minutes of simulated EEG in a quarter of one, and somebody"
                + " who makes ten gestures, through Kafka and Flink."
            : "Replaying " + input.size() + " recording(s) through Kafka and Flink.");
    Demo demo = new Demo(config, recordings, options, factor, input == null);
    if (input == null) {
      demo = demo.withGestures(ScratchFolder.folder("gestures"));
    }
    Report report = demo.run(System.out, this::afterwards);
    if (json != null) {
      Files.writeString(json, report.json() + "\n", StandardCharsets.UTF_8);
    }
    return report.failed() ? Errors.FAILED : 0;
  }

  private void afterwards(String bootstrap) throws InterruptedException {
    if (keepRunning) {
      System.out.println(
          "Broker and jobs stay up until interrupted; look with: ./saccade tail features"
              + " --bootstrap "
              + bootstrap);
      new CountDownLatch(1).await();
    }
  }
}

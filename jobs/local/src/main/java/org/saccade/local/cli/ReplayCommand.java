package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.connectors.replay.ReplayEpoch;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.Replays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recordings onto a topic, paced by their own time. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Recordings onto a topic, paced by their own time; several files at once.")
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings.")
  List<Path> files;

  @Option(names = "--topic", paramLabel = "T", required = true, description = "Topic to write.")
  String topic;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR|max",
      defaultValue = "1.0",
      description = "Recording time over wall time; max: as fast as it goes (${DEFAULT-VALUE}).")
  String speed;

  @Option(
      names = "--loop",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "0",
      defaultValue = "1",
      description = "Play N times, without N until stopped; each pass is a session of its own.")
  int passes;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "Name of the sensor (the file's name without its ending).")
  String stream;

  @Option(names = "--session", paramLabel = "NAME", description = "Name of the session.")
  String session;

  @Option(
      names = "--epoch",
      defaultValue = "ORIGINAL",
      description = "Unix time of sensor time 0: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  ReplayEpoch epoch;

  @Option(
      names = "--packet-events",
      paramLabel = "N",
      defaultValue = "4096",
      description = "Most events a packet (${DEFAULT-VALUE}).")
  int packetEvents;

  @Option(
      names = "--packet-millis",
      paramLabel = "MS",
      defaultValue = "1",
      description = "Most sensor time a packet (${DEFAULT-VALUE}).")
  double packetMillis;

  @Mixin RecordingOptions recording;
  @Mixin ConfigurationOptions configuration;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (files.size() > 1 && (stream != null || session != null)) {
      throw new Errors.UnusableException(
          "--stream and --session name one recording; " + files.size() + " were given");
    }
    ReadOptions options = recording.toReadOptions();
    List<Replays.Source> sources = new ArrayList<>();
    for (Path file : files) {
      String name = stream == null ? Replays.streamOf(file) : stream;
      ReplaySettings settings =
          ReplaySettings.of(topic, name)
              .withSession(session)
              .withSpeed(Speeds.parse(speed))
              .withPasses(passes)
              .withEpoch(epoch)
              .withLimits(
                  new PacketLimits(packetEvents, Math.max(1, (long) (1000 * packetMillis))));
      sources.add(new Replays.Source(settings, () -> OpenRecording.of(file, options), file));
    }
    Replays.checkReadable(sources, options);

    JobConfiguration config = configuration.load();
    KafkaConnection connection = Kafka.connection(config);
    try (Topics topics = Topics.at(connection)) {
      topics.require(topic);
    }
    List<ReplayResult> results;
    try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
      results = Replays.run(sources, producer, "replay");
    }
    long failed = 0;
    for (int i = 0; i < results.size(); i++) {
      print(files.get(i), results.get(i));
      failed += results.get(i).failed();
    }
    return failed == 0 ? 0 : Errors.FAILED;
  }

  private static void print(Path file, ReplayResult r) {
    double wall = r.wallNanos() / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: session %s%s, %,d events in %,d packets sent, %,d acknowledged, %,d failed, %,d"
            + " retried; %.1f MB; %.3f s of sensor time in %.3f s; behind schedule at the end"
            + " %.1f ms, at worst %.1f ms; violations: %s%n",
        file.getFileName(),
        r.firstSession(),
        r.passes() > 1 ? " to " + r.lastSession() : "",
        r.events(),
        r.packets(),
        r.acknowledged(),
        r.failed(),
        r.retried(),
        r.bytes() / 1e6,
        r.sensorMicros() / 1e6,
        wall,
        r.behindNanos() / 1e6,
        r.worstBehindNanos() / 1e6,
        r.violations());
    if (r.failed() > 0) {
      System.err.println("saccade: " + file + ": " + r.failed() + " refused: " + r.firstError());
    }
  }
}

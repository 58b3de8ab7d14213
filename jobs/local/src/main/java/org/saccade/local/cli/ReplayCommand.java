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
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.connectors.replay.RecordingStream;
import org.saccade.connectors.replay.ReplayEpoch;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.Replays;
import org.saccade.local.replay.SampleReplays;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import org.saccade.schemas.wire.EventPackets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recordings onto a topic, paced by their own time. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    header = "Recordings onto a topic, paced by their own time.",
    description = {
      "Several files are played at once, each as a sensor of its own. Trigger edges and annotations",
      "become markers on a topic of theirs; a recording of markers alone is those. At the end it tells what was sent, what was refused or sent again, and",
      "how far behind its schedule it was."
    })
final class ReplayCommand implements Callable<Integer> {
  /** What packets hold. */
  enum Encoding {
    /** Decoded events. */
    COLUMNAR,
    /** The sensor's own words. */
    SENSOR
  }

  private static final double MAX_PACKET_MILLIS = 3_600_000;

  /** Samples a packet: 20 ms at 500 Hz. */
  private static final int SAMPLES = 10;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Recordings, folders in BIDS layout.")
  List<Path> files;

  @Option(names = "--topic", paramLabel = "T", required = true, description = "Topic to write.")
  String topic;

  @Option(
      names = "--markers",
      paramLabel = "TOPIC",
      description = {
        "Topic for trigger edges and annotations; default: that of markers, where it exists, else they are counted",
        "and told."
      })
  String markers;

  @Option(
      names = "--encoding",
      paramLabel = "columnar|sensor",
      defaultValue = "columnar",
      description = {
        "What packets hold: decoded events, or the sensor's own bytes as they are (EVT2, EVT2.1,",
        "EVT3), each packet with the state from which it can be decoded alone (${DEFAULT-VALUE})."
      })
  Encoding encoding;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR|max",
      defaultValue = "1.0",
      description = "Recording time over wall time; max: as fast as it goes (${DEFAULT-VALUE}).")
  String speed;

  @Option(
      names = "--loop",
      description = "Play again and again until stopped; each pass is a session of its own.")
  boolean loop;

  @Option(
      names = "--passes",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play N times; each pass is a session of its own (${DEFAULT-VALUE}).")
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
      paramLabel = "original|now",
      defaultValue = "original",
      description = {
        "Unix time that packets give for sensor time 0: the recording's, where it says one, or",
        "one by which it begins now (${DEFAULT-VALUE})."
      })
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
    files = Folders.files(files);
    checkArguments();
    JobConfiguration config = configuration.load();
    KafkaConnection connection = Kafka.connection(config);
    ReadOptions options = recording.toReadOptions();
    if (sampled(options)) {
      return samples(config, options);
    }
    String markersTopic = markersTopic(config);
    List<Replays.Source> sources = sources(options);
    Replays.checkReadable(sources, options);
    boolean marked = requireTopics(connection, markersTopic);
    if (marked) {
      sources.replaceAll(
          s -> new Replays.Source(s.settings().withMarkers(markersTopic), s.opener(), s.file()));
    }
    try (AtInterrupt atInterrupt = AtInterrupt.awaitEnd()) {
      List<ReplayResult> results;
      try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
        results = Replays.run(sources, producer, "replay");
      }
      long failed = 0;
      for (int i = 0; i < results.size(); i++) {
        print(files.get(i), "", results.get(i), "events", marked, markersTopic);
        failed += results.get(i).failed();
      }
      return failed == 0 ? 0 : Errors.FAILED;
    }
  }

  private String markersTopic(JobConfiguration config) {
    return markers == null ? Kafka.names(config).of(Topic.MARKERS) : markers;
  }

  /** Whether there is a topic for markers; one that was named must be there. */
  private boolean requireTopics(KafkaConnection connection, String markersTopic)
      throws IOException {
    try (Topics topics = Topics.at(connection)) {
      var unused = topics.require(topic);
      return markers != null && topics.require(markers).exists()
          || topics.describe(List.of(markersTopic)).get(0).exists();
    }
  }

  /** Whether the files are sampled recordings: all of them, or none. */
  private boolean sampled(ReadOptions options) throws IOException {
    boolean first = SampleFormats.find(files.get(0), options).isPresent();
    for (Path file : files) {
      if (SampleFormats.find(file, options).isPresent() != first) {
        throw new Errors.UnusableException(
            file
                + ": "
                + (first ? "is no sampled recording" : "is a sampled recording")
                + ", "
                + files.get(0)
                + (first ? " is one" : " is none")
                + "; one topic takes one kind, so replay them apart");
      }
    }
    return first;
  }

  /** Sampled recordings, each a sensor of its own, side by side. */
  private int samples(JobConfiguration config, ReadOptions options)
      throws IOException, InterruptedException {
    KafkaConnection connection = Kafka.connection(config);
    String markersTopic = markersTopic(config);
    for (Path file : files) {
      SampleFormats.open(file, options).close();
    }
    boolean marked = requireTopics(connection, markersTopic);
    List<String> names = stream == null ? StreamNames.of(files) : List.of(stream);
    List<RecordingStream> streams = RecordingStream.withMarkersOnly(files, names, options);
    for (RecordingStream one : streams) {
      if (!marked && one.isMarkersOnly(options)) {
        throw new Errors.UnusableException(
            one.file()
                + ": holds markers only, and there is no topic "
                + markersTopic
                + " for them; make it: saccade topics --create, or name one by --markers");
      }
    }
    List<SampleReplays.Source> sources = new ArrayList<>();
    for (RecordingStream one : streams) {
      ReplaySettings settings =
          ReplaySettings.of(topic, one.name())
              .withSession(session)
              .withSpeed(Speeds.parse(speed))
              .withPasses(loop ? 0 : passes)
              .withMarkers(marked ? markersTopic : null)
              .withEpoch(epoch);
      sources.add(
          new SampleReplays.Source(
              settings,
              () -> one.open(options),
              Math.min(packetEvents, SAMPLES),
              startOf(one, streams, options)));
    }
    try (AtInterrupt atInterrupt = AtInterrupt.awaitEnd()) {
      List<ReplayResult> results;
      try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
        results = SampleReplays.run(sources, producer);
      }
      long failed = 0;
      for (int i = 0; i < results.size(); i++) {
        RecordingStream one = streams.get(i);
        String which = alone(one, streams) ? "" : ", stream " + one.name();
        print(one.file(), which, results.get(i), "samples", marked, markersTopic);
        failed += results.get(i).failed();
      }
      return failed == 0 ? 0 : Errors.FAILED;
    }
  }

  private static boolean alone(RecordingStream one, List<RecordingStream> streams) {
    return streams.stream().filter(s -> s.file().equals(one.file())).count() == 1;
  }

  /** Where the recording begins, of whose streams this is one; null where it is its only one. */
  private static Long startOf(
      RecordingStream one, List<RecordingStream> streams, ReadOptions options) throws IOException {
    if (alone(one, streams)) {
      return null;
    }
    long first = Long.MAX_VALUE;
    for (RecordingStream s : streams) {
      first = s.file().equals(one.file()) ? Math.min(first, s.firstMicros(options)) : first;
    }
    return first;
  }

  private void checkArguments() {
    if (files.size() > 1 && (stream != null || session != null)) {
      throw new Errors.UnusableException(
          "--stream and --session name one recording; " + files.size() + " were given");
    }
    if (encoding == Encoding.SENSOR
        && (recording.backwardTime != BackwardTime.PASS
            || recording.outOfFrame != OutOfFrame.DROP)) {
      throw new Errors.UnusableException(
          "--encoding sensor sends the bytes as they are: leave --backward-time at pass and"
              + " --out-of-frame at drop");
    }
    checkName("--stream", stream);
    checkName("--session", session);
    Errors.requireBetween("--passes", passes, 1, Long.MAX_VALUE);
    Errors.requireBetween("--packet-events", packetEvents, 1, EventPackets.MAX_EVENTS);
    if (!(packetMillis >= 0.001 && packetMillis <= MAX_PACKET_MILLIS)) {
      throw new Errors.UnusableException(
          "--packet-millis " + packetMillis + ": expected 0.001 to " + (long) MAX_PACKET_MILLIS);
    }
  }

  private static void checkName(String option, String name) {
    if (name != null && (name.isBlank() || name.length() > EventPackets.MAX_NAME)) {
      throw new Errors.UnusableException(
          option + " \"" + name + "\": expected 1 to " + EventPackets.MAX_NAME + " characters");
    }
  }

  private List<Replays.Source> sources(ReadOptions options) {
    double factor = Speeds.parse(speed);
    List<String> names = stream == null ? StreamNames.of(files) : List.of(stream);
    List<Replays.Source> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      ReplaySettings settings =
          ReplaySettings.of(topic, names.get(i))
              .withSession(session)
              .withSpeed(factor)
              .withPasses(loop ? 0 : passes)
              .withEpoch(epoch)
              .withLimits(new PacketLimits(packetEvents, Math.round(1000 * packetMillis)));
      OpenRecording.Opener opener =
          encoding == Encoding.SENSOR
              ? () -> OpenRecording.words(file, options)
              : () -> OpenRecording.of(file, options);
      sources.add(new Replays.Source(settings, opener, file));
    }
    return sources;
  }

  private static String edgesTold(
      ReplayResult r, String items, boolean marked, String markersTopic) {
    if (r.edges() == 0) {
      return "";
    }
    String edges = items.equals("samples") ? "markers" : "trigger edges";
    return marked
        ? String.format(Locale.ROOT, ", %,d %s to %s", r.markers(), edges, markersTopic)
        : String.format(
            Locale.ROOT,
            ", %,d %s not sent (no topic %s: saccade topics --create)",
            r.edges(),
            edges,
            markersTopic);
  }

  private static void print(
      Path file, String which, ReplayResult r, String items, boolean marked, String markersTopic) {
    double wall = r.wallNanos() / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s%s: session %s%s, %,d %s in %,d packets sent, %,d acknowledged, %,d failed, %,d"
            + " retried%s; %.1f MB; %.3f s of sensor time in %.3f s; behind schedule at the end"
            + " %.1f ms, at worst %.1f ms; violations: %s%n",
        file.getFileName(),
        which,
        r.firstSession(),
        r.passes() > 1 ? " to " + r.lastSession() : "",
        r.events(),
        items,
        r.packets(),
        r.acknowledged(),
        r.failed(),
        r.retried(),
        edgesTold(r, items, marked, markersTopic),
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

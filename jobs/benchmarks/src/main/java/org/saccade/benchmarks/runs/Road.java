package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.saccade.benchmarks.SyntheticEvents;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.jobs.config.EventSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How much of decoding alone is left on the road, and what the state backend costs.
 *
 * <pre>
 *   preloaded   topic ─▶ job ─▶ decode, beside packets in memory ─▶ decode, and beside what
 *               Kafka's own consumer gives to a program without Flink
 *   live        producer ─▶ broker ─▶ job, all at the same time
 *   backends    filters with their time surfaces in state, checkpoints every 2 s: heap, RocksDB
 * </pre>
 */
@Command(
    name = "road",
    mixinStandardHelpOptions = true,
    description = "The road from a topic through a job, beside decoding alone.")
public final class Road implements Callable<Integer> {
  private static final String ALONE = "decode alone";
  private static final String ONE_THREAD = "1 thread";
  private static final String CONSUMER = "Kafka's consumer";

  /** Two free CPUs decode nearly twice as fast as one. */
  private static final double BUSY_BELOW = 1.5;

  private static final int POOL_EVENTS = 512 * PacketLimits.DEFAULT.maxEvents();
  private static final long CHECKPOINT_MILLIS = 2000;

  /** The parts of the run. */
  enum Part {
    preloaded,
    live,
    backends
  }

  @Parameters(arity = "0..*", description = "Parts: ${COMPLETION-CANDIDATES}; all unless given.")
  private List<Part> parts = List.of(Part.values());

  @Option(names = "--millions", description = "Events a measurement (default ${DEFAULT-VALUE}).")
  private int millions = 100;

  @Option(names = "--rounds", description = "Rounds after the first (default ${DEFAULT-VALUE}).")
  private int rounds = 3;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    out.printf(
        "%d sensors of %dx%d, columnar packets of %d events; parallelism %d; %d CPUs, heap %d MiB,"
            + " Java %s%n",
        SensorPackets.SENSORS,
        SyntheticEvents.WIDTH,
        SyntheticEvents.HEIGHT,
        PacketLimits.DEFAULT.maxEvents(),
        SensorPackets.PARALLELISM,
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    for (Part part : parts) {
      switch (part) {
        case preloaded -> preloaded();
        case live -> live();
        case backends -> backends();
      }
    }
    return 0;
  }

  /** Sensors at 10 million events a second of sensor time, so that the count cuts the packets. */
  private List<SensorPackets> sensors(long millionEvents) throws IOException {
    PacketLimits limits = new PacketLimits(PacketLimits.DEFAULT.maxEvents(), Long.MAX_VALUE);
    long packets = 1_000_000 * millionEvents / limits.maxEvents() / SensorPackets.SENSORS;
    return SensorPackets.sensors(SyntheticEvents.BUSY, limits, POOL_EVENTS, packets);
  }

  private void preloaded() throws Exception {
    List<SensorPackets> sensors = sensors(millions);
    DecodeAlone alone = new DecodeAlone(sensors);
    Figures figures = new Figures();
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      for (String compression : List.of("none", "lz4")) {
        preload(broker, compression, compression, sensors);
      }
      for (int round = 0; round <= rounds; round++) {
        alone(figures, round, alone);
        for (String topic : List.of("none", "lz4")) {
          ConsumeAlone consumer = new ConsumeAlone(broker.bootstrapServers(), topic);
          Outcome bare = consumer.run(sensors, SensorPackets.PARALLELISM);
          record(figures, round, bare(topic), bare);
          for (MeasuredJob job : MeasuredJob.values()) {
            Outcome outcome = bounded(job, broker, topic, sensors, Map.of());
            record(figures, round, name("topic", topic, job), outcome);
          }
        }
      }
    }
    figures.head(out, "preloaded, " + events(sensors), ALONE, ONE_THREAD, bare("none"));
    for (String name : List.of(ALONE, ONE_THREAD, bare("none"), bare("lz4"))) {
      figures.line(out, name, "", ALONE, ONE_THREAD, bare("none"));
    }
    for (MeasuredJob job : MeasuredJob.values()) {
      for (String topic : List.of("none", "lz4")) {
        String target = job == MeasuredJob.DECODE ? "0.60 of decode alone" : "";
        figures.line(out, name("topic", topic, job), target, ALONE, ONE_THREAD, bare("none"));
      }
    }
    double speedUp = figures.ratio(ALONE, ONE_THREAD);
    if (speedUp < BUSY_BELOW) {
      out.printf(
          "The machine is busy: two threads decode %.2f times as fast as one. The ratios to decode"
              + " alone are too good; compare CPU time.%n",
          speedUp);
    }
  }

  private void live() throws Exception {
    List<SensorPackets> sensors = sensors(millions);
    DecodeAlone alone = new DecodeAlone(sensors);
    Figures figures = new Figures();
    for (int round = 0; round <= rounds; round++) {
      alone(figures, round, alone);
      for (String compression : List.of("none", "lz4")) {
        for (MeasuredJob job : MeasuredJob.values()) {
          String name = name("producer + broker", compression, job);
          record(figures, round, name, live(job, compression, sensors));
        }
      }
    }
    figures.head(out, "all at once, payloads ready, " + events(sensors), ALONE);
    figures.line(out, ALONE, "", ALONE);
    for (MeasuredJob job : MeasuredJob.values()) {
      for (String compression : List.of("none", "lz4")) {
        String target = job == MeasuredJob.DECODE ? "30 M events/s" : "";
        figures.line(out, name("producer + broker", compression, job), target, ALONE);
      }
    }
  }

  private void backends() throws Exception {
    List<SensorPackets> sensors = sensors(3L * millions);
    Figures figures = new Figures();
    Map<String, Long> checkpoints = new LinkedHashMap<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      preload(broker, "lz4", "lz4", sensors);
      for (int round = 0; round <= rounds; round++) {
        for (String backend : List.of("hashmap", "rocksdb")) {
          Path folder = Files.createTempDirectory("saccade-bench-checkpoints-");
          try {
            Outcome outcome =
                bounded(MeasuredJob.EVENTS, broker, "lz4", sensors, withState(backend, folder));
            record(figures, round, backend, outcome);
            checkpoints.put(backend, outcome.checkpoints());
          } finally {
            delete(folder);
          }
        }
      }
    }
    figures.head(out, "filters on, state checkpointed, " + events(sensors), "hashmap");
    figures.line(out, "hashmap", "", "hashmap");
    figures.line(out, "rocksdb", "0.70 of hashmap", "hashmap");
    out.println("checkpoints completed in a run: " + checkpoints);
  }

  /** Default filters, and checkpoints into a folder. */
  private static Map<String, String> withState(String backend, Path folder) {
    JobConfiguration defaults = JobConfiguration.defaults();
    return Map.of(
        "job.state.backend", backend,
        "job.checkpoint.millis", String.valueOf(CHECKPOINT_MILLIS),
        "job.checkpoint.directory", folder.toUri().toString(),
        "events.refractory", defaults.get(EventSettings.REFRACTORY),
        "events.background", defaults.get(EventSettings.BACKGROUND));
  }

  private static void alone(Figures figures, int round, DecodeAlone alone) throws Exception {
    record(figures, round, ALONE, alone.run(SensorPackets.PARALLELISM));
    record(figures, round, ONE_THREAD, alone.run(1));
  }

  /** A job over all that is in a topic. */
  private static Outcome bounded(
      MeasuredJob measured,
      EmbeddedBroker broker,
      String topic,
      List<SensorPackets> sensors,
      Map<String, String> more)
      throws Exception {
    Map<String, String> settings = new LinkedHashMap<>(more);
    settings.put("topics.dvs.events", topic);
    settings.put("job.bounded", "true");
    Meter meter = Meter.expecting(packets(sensors));
    try (RunningJob job =
        measured.start(MeasuredJob.configuration(broker.bootstrapServers(), settings))) {
      job.awaitEnd();
    }
    meter.checkComplete();
    return meter.outcome(eventCount(sensors));
  }

  /** From the first send to the last packet out of the job, on a broker of its own. */
  private static Outcome live(MeasuredJob measured, String compression, List<SensorPackets> sensors)
      throws Exception {
    String topic = "live";
    Meter meter = Meter.expecting(packets(sensors));
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        Feeder feeder = new Feeder(broker.bootstrapServers(), topic, compression)) {
      JobConfiguration configuration =
          MeasuredJob.configuration(broker.bootstrapServers(), Map.of("topics.dvs.events", topic));
      try (RunningJob job = measured.start(configuration)) {
        job.awaitTasks(LocalFlink.restPort(configuration));
        Spent start = Spent.now();
        feeder.sendAll(sensors);
        meter.await(job);
        meter.checkComplete();
        return meter.outcome(eventCount(sensors), start);
      }
    }
  }

  private static void preload(
      EmbeddedBroker broker, String topic, String compression, List<SensorPackets> sensors)
      throws IOException {
    try (Feeder feeder = new Feeder(broker.bootstrapServers(), topic, compression)) {
      feeder.sendAll(sensors);
    }
  }

  /** Rounds are told on stderr as they come; round 0 warms up and does not count. */
  private static void record(Figures figures, int round, String name, Outcome outcome) {
    System.err.printf("round %d: %-46s %8.1f M events/s%n", round, name, outcome.rate());
    if (round > 0) {
      figures.add(name, outcome);
    }
  }

  private static String name(String from, String compression, MeasuredJob job) {
    String to = job == MeasuredJob.DECODE ? "decode" : "events operator";
    return from + " (" + compression + ") -> job -> " + to;
  }

  private static String bare(String topic) {
    return CONSUMER + " (" + topic + ")";
  }

  private static String events(List<SensorPackets> sensors) {
    return Math.round(eventCount(sensors) / 1e6) + " M events";
  }

  private static long eventCount(List<SensorPackets> sensors) {
    return sensors.stream().mapToLong(SensorPackets::events).sum();
  }

  private static long packets(List<SensorPackets> sensors) {
    return sensors.stream().mapToLong(SensorPackets::packets).sum();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

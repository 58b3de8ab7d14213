package org.saccade.benchmarks.runs;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.replay.Pacer;
import org.saccade.connectors.replay.PacketLimits;
import org.saccade.connectors.replay.WallClock;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a packet takes from its topic to the topic of the filtered packets.
 *
 * <p>Both ends are the broker's log-append times, read when the run is over, so that nothing reads
 * along while it is measured. They are whole milliseconds: a latency is right within 1 ms. The
 * producer sends each packet when its last event is due; four sensors share the rate.
 */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = "Append to result, by log-append time, at several rates.")
public final class Latency implements Callable<Integer> {
  private static final double MILLION = 1e6;
  private static final int WARM_UP_MILLIONS = 10;

  @Option(
      names = "--rates",
      split = ",",
      description = "Millions of events a second, all sensors (default ${DEFAULT-VALUE}).")
  private List<Double> rates = List.of(1.0, 5.0, 20.0);

  @Option(names = "--seconds", description = "Measured time of a rate (default ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--skip",
      description = "Seconds before it, not measured (default ${DEFAULT-VALUE}).")
  private int skip = 3;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws Exception {
    PacketLimits limits = PacketLimits.DEFAULT;
    out.printf(
        "append to result, log-append time of the broker at both ends (resolution 1 ms),"
            + " at-least-once, lz4;%n%d sensors of 1280x720 share the rate, packets of %d events or"
            + " %d us; producer linger 5 ms, Flink buffer timeout 5 ms; %d s after %d s%n",
        SensorPackets.SENSORS, limits.maxEvents(), limits.maxMicros(), seconds, skip);
    out.printf(
        "%-8s %9s %11s %9s %7s %7s %7s  %s%n",
        "filters", "M ev/s", "packets/s", "ev/packet", "p50 ms", "p99 ms", "max ms", "rate kept");
    var unused = measure(WARM_UP_MILLIONS * MILLION, true, limits);
    for (boolean filters : new boolean[] {false, true}) {
      for (double rate : rates) {
        print(filters, rate, measure(rate * MILLION, filters, limits));
      }
    }
    return 0;
  }

  private void print(boolean filters, double rate, Point p) {
    out.printf(
        "%-8s %9.1f %11.0f %9.0f %7d %7d %7d  %s%n",
        filters ? "on" : "off",
        rate,
        p.packetsPerSecond,
        p.eventsPerPacket,
        p.latencies.percentile(0.50),
        p.latencies.percentile(0.99),
        p.latencies.percentile(1),
        p.kept());
  }

  /**
   * One rate.
   *
   * @param worstBehindMillis how late the latest packet was sent, against its schedule
   * @param sentSeconds what sending took, with the last acknowledgement; {@code dueSeconds} what it
   *     should take
   */
  private record Point(
      double packetsPerSecond,
      double eventsPerPacket,
      AppendTimes.Latencies latencies,
      double worstBehindMillis,
      double sentSeconds,
      double dueSeconds) {

    String kept() {
      double taken = dueSeconds / sentSeconds;
      double drain = latencies.drainMillis() / 1e3;
      StringBuilder text = new StringBuilder();
      if (taken < 0.99) {
        text.append(String.format("NO: the broker took %.0f %% of it ", 100 * taken));
      }
      if (drain > 1) {
        text.append(String.format("NO: the last result came %.1f s after the last packet ", drain));
      }
      return text.isEmpty()
          ? String.format("yes (a packet was sent up to %.0f ms late)", worstBehindMillis)
          : text.toString().strip();
    }
  }

  private Point measure(double eventsPerSecond, boolean filters, PacketLimits limits)
      throws Exception {
    double each = eventsPerSecond / SensorPackets.SENSORS;
    double perPacket = Math.min(limits.maxEvents(), each * limits.maxMicros() / 1e6);
    double packetsPerSecond = each / perPacket;
    int pool = (int) (512 * perPacket);
    long packets = (long) ((skip + seconds) * packetsPerSecond);
    List<SensorPackets> sensors = SensorPackets.sensors(each, limits, pool, packets);
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      JobConfiguration configuration = configuration(broker, filters);
      Map<Topic, String> names = new LinkedHashMap<>();
      new EventsJob().topics().forEach(t -> names.put(t, Kafka.names(configuration).of(t)));
      KafkaConnection connection = Kafka.connection(configuration);
      try (Topics topics = Topics.at(connection)) {
        var unused = topics.create(names.values(), TopicSettings.DEFAULT);
      }
      var env = JobEnvironment.of(configuration);
      new EventsJob().fromKafka(env, configuration);
      AppendTimes times = new AppendTimes(connection, sensors);
      Pacer pacer = new Pacer(1, WallClock.SYSTEM);
      long begun;
      long sent;
      try (RunningJob job = new RunningJob(env.executeAsync("saccade bench"));
          Feeder feeder =
              new Feeder(broker.bootstrapServers(), names.get(Topic.DVS_EVENTS), "lz4")) {
        job.awaitTasks(LocalFlink.restPort(configuration));
        begun = System.nanoTime();
        sendPaced(sensors, feeder, pacer);
        sent = System.nanoTime();
        times.awaitResults(names.get(Topic.DVS_FILTERED), job);
      }
      double due = sensors.get(0).timeEnd(packets - 1) / 1e6;
      double events = sensors.stream().mapToLong(SensorPackets::events).sum();
      double all = (double) packets * SensorPackets.SENSORS;
      return new Point(
          all / due,
          events / all,
          times.latencies(
              names.get(Topic.DVS_EVENTS),
              names.get(Topic.DVS_FILTERED),
              packets * skip / (skip + seconds)),
          pacer.worstBehindNanos() / 1e6,
          (sent - begun) / 1e9,
          due);
    }
  }

  private static JobConfiguration configuration(EmbeddedBroker broker, boolean filters) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
    settings.put("kafka.properties." + ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put("job.parallelism", String.valueOf(SensorPackets.PARALLELISM));
    if (!filters) {
      settings.put("events.refractory", "off");
      settings.put("events.background", "off");
    }
    return LocalFlink.configure(JobConfiguration.defaults().with(settings));
  }

  /** Sends the packets of all sensors in the order in which they are due. */
  private static void sendPaced(List<SensorPackets> sensors, Feeder feeder, Pacer pacer)
      throws Exception {
    long[] next = new long[sensors.size()];
    pacer.start(0);
    while (true) {
      int first = -1;
      for (int s = 0; s < next.length; s++) {
        SensorPackets sensor = sensors.get(s);
        if (next[s] < sensor.packets()
            && (first < 0 || sensor.timeEnd(next[s]) < sensors.get(first).timeEnd(next[first]))) {
          first = s;
        }
      }
      if (first < 0) {
        break;
      }
      SensorPackets sensor = sensors.get(first);
      pacer.await(sensor.timeEnd(next[first]), () -> false);
      feeder.send(sensor, first, next[first]++);
    }
    feeder.flush();
  }
}

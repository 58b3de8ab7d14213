package org.saccade.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.Producer;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.replay.Replays;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;

/**
 * The whole road on one machine: broker, job, replay; then it tells what came out.
 *
 * <pre>
 *   recordings ─replay─▶ dvs.events ─▶ events job ─▶ dvs.filtered, features, stream-health
 *                 └────▶ markers: trigger edges
 * </pre>
 */
public final class Demo {
  private final JobConfiguration configuration;
  private final List<Path> recordings;
  private final ReadOptions options;
  private final double speed;

  /**
   * @param configuration of the job; the broker's address is put in here
   * @param speed recording time over wall time
   */
  public Demo(
      JobConfiguration configuration, List<Path> recordings, ReadOptions options, double speed) {
    this.configuration = configuration;
    this.recordings = recordings;
    this.options = options;
    this.speed = speed;
  }

  /** What runs once the results are in, with the brokers' address: to keep it all up. */
  @FunctionalInterface
  public interface Afterwards {
    void with(String bootstrapServers) throws InterruptedException;
  }

  /**
   * Runs it; prints the report before {@code afterwards} is called.
   *
   * @return the report
   */
  public Report run(PrintStream out, Afterwards afterwards) throws Exception {
    List<Replays.Source> sources = sources(Kafka.names(configuration));
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      String bootstrap = broker.bootstrapServers();
      JobConfiguration config =
          LocalFlink.configure(configuration.with(Map.of("kafka.bootstrap.servers", bootstrap)));
      KafkaConnection connection = Kafka.connection(config);
      List<Topic> used = new EventsJob().topics();
      try (Topics topics = Topics.at(connection)) {
        List<String> names = new ArrayList<>(Kafka.names(config).of(used));
        names.add(Kafka.names(config).of(Topic.MARKERS));
        var unused = topics.create(names, TopicSettings.DEFAULT);
      }
      StreamExecutionEnvironment env = JobEnvironment.of(config);
      new EventsJob().fromKafka(env, config);
      JobClient client = env.executeAsync("saccade demo");
      try (RunningJob job = new RunningJob(client);
          Watch watch = new Watch(bootstrap, Kafka.names(config), used)) {
        job.awaitTasks(LocalFlink.restPort(config));
        long start = System.nanoTime();
        List<ReplayResult> results = replay(sources, connection, job, watch);
        while (!watch.done(sources.size())) {
          job.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        Report report =
            new Report(
                watch.streams(), results, watch.deadLetters(), (System.nanoTime() - start) / 1e9);
        report.print(out);
        afterwards.with(bootstrap);
        return report;
      }
    }
  }

  private List<Replays.Source> sources(TopicNames topics) throws IOException {
    List<Replays.Source> sources = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path file : recordings) {
      String name = Replays.streamOf(file);
      String unique = names.contains(name) ? name + "-" + (names.size() + 1) : name;
      names.add(unique);
      ReplaySettings settings =
          ReplaySettings.of(topics.of(Topic.DVS_EVENTS), unique)
              .withMarkers(topics.of(Topic.MARKERS))
              .withSpeed(speed);
      sources.add(new Replays.Source(settings, () -> OpenRecording.of(file, options), file));
    }
    Replays.checkReadable(sources, options);
    return sources;
  }

  /** Replays on a thread of its own, while this one watches what comes out. */
  private static List<ReplayResult> replay(
      List<Replays.Source> sources, KafkaConnection connection, RunningJob job, Watch watch)
      throws Exception {
    var thread = Executors.newSingleThreadExecutor();
    try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
      Future<List<ReplayResult>> replaying =
          thread.submit(() -> Replays.run(sources, producer, "replay"));
      while (!replaying.isDone()) {
        job.failIfEnded();
        watch.poll(Duration.ofMillis(20));
      }
      return replaying.get();
    } finally {
      thread.shutdownNow();
    }
  }
}

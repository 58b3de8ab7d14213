package org.saccade.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.kafka.TopicNames;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.jobs.DriftJob;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.config.DriftSettings;
import org.saccade.jobs.config.EventSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.replay.Replays;
import org.saccade.local.replay.SampleReplays;
import org.saccade.local.replay.StreamNames;

/**
 * The whole road on one machine: broker, jobs, replay; then it tells what came out.
 *
 * <pre>
 *   events ─replay─▶ dvs.events ─▶ events job ─▶ dvs.filtered, features, stream-health
 *             └────▶ markers: trigger edges
 *   features ─▶ drift job ─▶ anomalies, drifts, stream-health
 *   gaze ──replay──▶ neuro.samples ─▶ microsaccades job ─▶ microsaccades, stream-health
 * </pre>
 */
public final class Demo {
  /** 20 ms at 500 Hz. */
  private static final int SAMPLES_PER_PACKET = 10;

  private final JobConfiguration configuration;
  private final List<Path> recordings;
  private final ReadOptions options;
  private final double speed;

  /** What suits recordings of some seconds; what the user sets is stronger. */
  private static final Map<String, String> SHORT =
      Map.of(
          EventSettings.FEATURE_MILLIS.key(),
          "50",
          DriftSettings.MODEL.key(),
          "small",
          DriftSettings.WARM_UP.key(),
          "200");

  private static JobConfiguration forShortRecordings(JobConfiguration configuration) {
    Map<String, String> unset = new HashMap<>(SHORT);
    for (Setting<?> setting :
        List.of(EventSettings.FEATURE_MILLIS, DriftSettings.MODEL, DriftSettings.WARM_UP)) {
      if (configuration.isSet(setting)) {
        unset.remove(setting.key());
      }
    }
    return configuration.with(unset);
  }

  /**
   * @param configuration of the jobs; the broker's address is put in here
   * @param speed recording time over wall time
   */
  public Demo(
      JobConfiguration configuration, List<Path> recordings, ReadOptions options, double speed) {
    this.configuration = forShortRecordings(configuration);
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
    List<Replays.Source> events = events(Kafka.names(configuration));
    List<SampleReplays.Source> gaze = gaze(Kafka.names(configuration));
    List<Job> jobs = new ArrayList<>();
    if (!events.isEmpty()) {
      jobs.add(new EventsJob());
      jobs.add(new DriftJob());
    }
    if (!gaze.isEmpty()) {
      jobs.add(new MicrosaccadesJob());
    }
    Set<Topic> used = EnumSet.noneOf(Topic.class);
    jobs.forEach(job -> used.addAll(job.topics()));
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      String bootstrap = broker.bootstrapServers();
      JobConfiguration config = configuration.with(Map.of("kafka.bootstrap.servers", bootstrap));
      KafkaConnection connection = Kafka.connection(config);
      try (Topics topics = Topics.at(connection)) {
        List<String> names = new ArrayList<>(Kafka.names(config).of(List.copyOf(used)));
        names.add(Kafka.names(config).of(Topic.MARKERS));
        var unused = topics.create(names, TopicSettings.DEFAULT);
      }
      List<String> people = gaze.stream().map(source -> source.settings().stream()).toList();
      try (DemoJobs running = DemoJobs.start(jobs, config);
          Watch watch = new Watch(bootstrap, Kafka.names(config), used, people)) {
        long start = System.nanoTime();
        List<ReplayResult> results = replay(events, gaze, connection, running, watch);
        while (!watch.done(events.size())) {
          running.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        SeriesEnds.send(connection, Kafka.names(config).of(Topic.FEATURES), watch.series());
        while (!watch.seriesDone()) {
          running.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        Report report =
            new Report(
                watch.streams(),
                watch.series(),
                watch.gaze(),
                results,
                watch.deadLetters(),
                (System.nanoTime() - start) / 1e9);
        report.print(out);
        afterwards.with(bootstrap);
        return report;
      }
    }
  }

  private boolean isGaze(Path file) throws IOException {
    return SampleFormats.find(file, options).isPresent();
  }

  private List<SampleReplays.Source> gaze(TopicNames topics) throws IOException {
    List<String> names = StreamNames.of(recordings);
    List<SampleReplays.Source> sources = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Path file = recordings.get(i);
      if (isGaze(file)) {
        ReplaySettings settings =
            ReplaySettings.of(topics.of(Topic.NEURO_SAMPLES), names.get(i)).withSpeed(speed);
        sources.add(
            new SampleReplays.Source(
                settings, () -> SampleFormats.open(file, options), SAMPLES_PER_PACKET));
      }
    }
    return sources;
  }

  private List<Replays.Source> events(TopicNames topics) throws IOException {
    List<String> names = StreamNames.of(recordings);
    List<Replays.Source> sources = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Path file = recordings.get(i);
      if (!isGaze(file)) {
        ReplaySettings settings =
            ReplaySettings.of(topics.of(Topic.DVS_EVENTS), names.get(i))
                .withMarkers(topics.of(Topic.MARKERS))
                .withSpeed(speed);
        sources.add(new Replays.Source(settings, () -> OpenRecording.of(file, options), file));
      }
    }
    Replays.checkReadable(sources, options);
    return sources;
  }

  /** Replays on threads of their own, while this one watches what comes out. */
  private static List<ReplayResult> replay(
      List<Replays.Source> events,
      List<SampleReplays.Source> gaze,
      KafkaConnection connection,
      DemoJobs jobs,
      Watch watch)
      throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
      List<Future<List<ReplayResult>>> replaying = new ArrayList<>();
      if (!events.isEmpty()) {
        replaying.add(threads.submit(() -> Replays.run(events, producer, "replay")));
      }
      if (!gaze.isEmpty()) {
        replaying.add(threads.submit(() -> SampleReplays.run(gaze, producer)));
      }
      List<ReplayResult> results = new ArrayList<>();
      for (Future<List<ReplayResult>> one : replaying) {
        while (!one.isDone()) {
          jobs.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        results.addAll(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}

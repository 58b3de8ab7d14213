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
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.jobs.DriftJob;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.NeuralJob;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.DriftSettings;
import org.saccade.jobs.config.EventSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.NeuralSettings;
import org.saccade.jobs.config.Setting;
import org.saccade.jobs.config.Settings;
import org.saccade.jobs.config.SpikePointSettings;
import org.saccade.local.broker.EmbeddedBroker;
import org.saccade.local.replay.Replays;
import org.saccade.local.replay.SampleReplays;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.ChannelType;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * The whole road on one machine: broker, jobs, replay; then it tells what came out.
 *
 * <pre>
 *   events ─replay─▶ dvs.events ─▶ events job ─▶ dvs.filtered, features, stream-health
 *             └────▶ markers: trigger edges
 *   features ─▶ drift job ─▶ anomalies, drifts, stream-health
 *   gaze ──replay──▶ neuro.samples ─▶ microsaccades job ─▶ microsaccades, stream-health
 *   EEG ───replay──▶ neuro.samples ─▶ neural job ─▶ features, stream-health
 *   gestures ─replay─▶ demo.gestures ─▶ spikepoint job ─▶ classifications, demo.gestures.health
 * </pre>
 */
public final class Demo {
  /** 20 ms at 500 Hz. */
  private static final int SAMPLES_PER_PACKET = 10;

  /** 200 ms at 250 Hz. */
  private static final int EEG_SAMPLES_PER_PACKET = 50;

  private final JobConfiguration configuration;
  private final List<Path> recordings;
  private final ReadOptions options;
  private final double speed;
  private final SimulatedEeg eeg;
  private DemoGestures gestures;

  /**
   * What suits recordings of some seconds; what the user sets is stronger. One drift job watches
   * the features of both others.
   */
  private static final Map<String, String> SHORT =
      Map.of(
          EventSettings.FEATURE_MILLIS.key(),
          "50",
          DriftSettings.MODEL.key(),
          "small",
          DriftSettings.WARM_UP.key(),
          "200",
          NeuralSettings.WINDOW.key(),
          "1",
          NeuralSettings.STEP.key(),
          "0.25",
          NeuralSettings.DETECT.key(),
          "off");

  private static JobConfiguration forShortRecordings(JobConfiguration configuration) {
    Map<String, String> unset = new HashMap<>(SHORT);
    for (Setting<?> setting :
        List.of(
            EventSettings.FEATURE_MILLIS,
            DriftSettings.MODEL,
            DriftSettings.WARM_UP,
            NeuralSettings.WINDOW,
            NeuralSettings.STEP)) {
      if (configuration.isSet(setting)) {
        unset.remove(setting.key());
      }
    }
    return configuration.with(unset);
  }

  /**
   * @param configuration of the jobs; the broker's address is put in here
   * @param speed recording time over wall time
   * @param withEeg whether simulated EEG is replayed too
   */
  public Demo(
      JobConfiguration configuration,
      List<Path> recordings,
      ReadOptions options,
      double speed,
      boolean withEeg) {
    this.configuration = forShortRecordings(configuration);
    this.recordings = recordings;
    this.options = options;
    this.speed = speed;
    this.eeg = withEeg ? DemoEeg.make() : null;
  }

  /** With somebody's gestures too, made in a folder. */
  public Demo withGestures(Path folder) throws IOException {
    gestures = DemoGestures.in(folder);
    return this;
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
    List<SampleReplays.Source> gaze = samples(Kafka.names(configuration), true);
    List<SampleReplays.Source> brains = samples(Kafka.names(configuration), false);
    List<Job> jobs = new ArrayList<>();
    if (!events.isEmpty()) {
      jobs.add(new EventsJob());
    }
    if (!brains.isEmpty()) {
      jobs.add(new NeuralJob());
    }
    if (!events.isEmpty() || !brains.isEmpty()) {
      jobs.add(new DriftJob());
    }
    if (!gaze.isEmpty()) {
      jobs.add(new MicrosaccadesJob());
    }
    Map<Job, Map<String, String>> own = new HashMap<>();
    Set<Topic> used = EnumSet.noneOf(Topic.class);
    jobs.forEach(job -> used.addAll(job.topics()));
    List<Replays.Source> packets = new ArrayList<>(events);
    if (gestures != null) {
      Job spikePoint = new SpikePointJob();
      jobs.add(spikePoint);
      own.put(spikePoint, gestures());
      packets.add(
          source(
              ReplaySettings.of(DemoGestures.EVENTS, DemoGestures.STREAM)
                  .withSpeed(speed * DemoGestures.HASTE),
              gestures.recording()));
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      String bootstrap = broker.bootstrapServers();
      JobConfiguration config = configuration.with(Map.of("kafka.bootstrap.servers", bootstrap));
      KafkaConnection connection = Kafka.connection(config);
      try (Topics topics = Topics.at(connection)) {
        List<String> names = new ArrayList<>(Kafka.names(config).of(List.copyOf(used)));
        names.add(Kafka.names(config).of(Topic.MARKERS));
        if (gestures != null) {
          names.addAll(Kafka.names(config.with(gestures())).of(new SpikePointJob().topics()));
        }
        var unused = topics.create(names.stream().distinct().toList(), TopicSettings.DEFAULT);
      }
      List<String> people = names(gaze);
      List<String> minds = names(brains);
      List<SampleReplays.Source> sampled = new ArrayList<>(gaze);
      sampled.addAll(brains);
      try (DemoJobs running = DemoJobs.start(jobs, config, own);
          Watch watch = new Watch(bootstrap, Kafka.names(config), used, people, minds);
          GestureWatch seen =
              gestures == null
                  ? null
                  : new GestureWatch(
                      bootstrap, Kafka.names(config).of(Topic.CLASSIFICATIONS), gestures)) {
        long start = System.nanoTime();
        List<ReplayResult> results = replay(packets, sampled, connection, running, watch);
        while (!watch.done(events.size())) {
          running.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        SeriesEnds.send(
            connection, Kafka.names(config).of(Topic.FEATURES), watch.series(), Set.copyOf(minds));
        while (!watch.seriesDone()) {
          running.failIfEnded();
          watch.poll(Duration.ofMillis(20));
        }
        while (seen != null && !seen.done()) {
          running.failIfEnded();
          seen.poll(Duration.ofMillis(20));
        }
        Report report =
            new Report(
                watch.streams(),
                watch.series(),
                watch.gaze(),
                watch.brains(),
                eeg,
                seen == null ? null : seen.figures(),
                results,
                watch.deadLetters(),
                (System.nanoTime() - start) / 1e9);
        report.print(out);
        afterwards.with(bootstrap);
        return report;
      }
    }
  }

  private static List<String> names(List<SampleReplays.Source> sources) {
    return sources.stream().map(source -> source.settings().stream()).toList();
  }

  private boolean isSampled(Path file) throws IOException {
    return SampleFormats.find(file, options).isPresent();
  }

  private boolean isGaze(Path file) throws IOException {
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      return recording.header().channels().stream()
          .anyMatch(c -> c.type() == ChannelType.GAZE_X || c.type() == ChannelType.GAZE_Y);
    }
  }

  /** Recordings of samples that are gaze, or that are not. */
  private List<SampleReplays.Source> samples(TopicNames topics, boolean ofGaze) throws IOException {
    List<String> names = StreamNames.of(recordings);
    List<SampleReplays.Source> sources = new ArrayList<>();
    String topic = topics.of(Topic.NEURO_SAMPLES);
    for (int i = 0; i < names.size(); i++) {
      Path file = recordings.get(i);
      if (isSampled(file) && isGaze(file) == ofGaze) {
        ReplaySettings settings = ReplaySettings.of(topic, names.get(i)).withSpeed(speed);
        sources.add(
            new SampleReplays.Source(
                settings, () -> SampleFormats.open(file, options), SAMPLES_PER_PACKET));
      }
    }
    if (eeg != null && !ofGaze) {
      ReplaySettings settings =
          ReplaySettings.of(topic, DemoEeg.STREAM).withSpeed(speed * DemoEeg.HASTE);
      sources.add(
          new SampleReplays.Source(
              settings, () -> new SimulatedEegRecording(eeg), EEG_SAMPLES_PER_PACKET));
    }
    return sources;
  }

  private List<Replays.Source> events(TopicNames topics) throws IOException {
    List<String> names = StreamNames.of(recordings);
    List<Replays.Source> sources = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Path file = recordings.get(i);
      if (!isSampled(file)) {
        ReplaySettings settings =
            ReplaySettings.of(topics.of(Topic.DVS_EVENTS), names.get(i))
                .withMarkers(topics.of(Topic.MARKERS))
                .withSpeed(speed);
        sources.add(source(settings, file));
      }
    }
    Replays.checkReadable(sources, options);
    return sources;
  }

  private Replays.Source source(ReplaySettings settings, Path file) {
    return new Replays.Source(settings, () -> OpenRecording.of(file, options), file);
  }

  /** Settings of the job that looks at gestures. */
  private Map<String, String> gestures() {
    return Map.of(
        Settings.TOPIC_PREFIX.key(),
        "",
        Settings.TOPIC_EVENTS.key(),
        DemoGestures.EVENTS,
        Settings.TOPIC_CLASSIFICATIONS.key(),
        Kafka.names(configuration).of(Topic.CLASSIFICATIONS),
        Settings.TOPIC_HEALTH.key(),
        DemoGestures.HEALTH,
        SpikePointSettings.STAGGER.key(),
        "false",
        SpikePointSettings.MODEL.key(),
        gestures.model().toString());
  }

  /** Replays on threads of their own, while this one watches what comes out. */
  private static List<ReplayResult> replay(
      List<Replays.Source> events,
      List<SampleReplays.Source> sampled,
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
      if (!sampled.isEmpty()) {
        replaying.add(threads.submit(() -> SampleReplays.run(sampled, producer)));
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

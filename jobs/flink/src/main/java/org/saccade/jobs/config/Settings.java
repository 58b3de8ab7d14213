package org.saccade.jobs.config;

import static org.saccade.jobs.config.Setting.choice;
import static org.saccade.jobs.config.Setting.decimal;
import static org.saccade.jobs.config.Setting.number;
import static org.saccade.jobs.config.Setting.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every key of the configuration, in the order of the reference file. */
public final class Settings {
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<String> BOOTSTRAP_SERVERS =
      add(text("kafka.bootstrap.servers", "localhost:9092", "Kafka's brokers, HOST:PORT[,…]."));
  public static final Setting<String> GROUP =
      add(text("kafka.group", "saccade", "Consumer group; committed offsets are for monitoring."));
  public static final Setting<String> REGISTRY_URL =
      add(
          text(
              "schema.registry.url",
              "",
              "Where schemas of Confluent-framed records (00, 4-byte id) are looked up; empty:"
                  + " such records go to dead-letters."));

  public static final Setting<String> TOPIC_PREFIX =
      add(text("topics.prefix", "", "Put before the name of every topic."));
  public static final Setting<String> TOPIC_EVENTS =
      add(text("topics.dvs.events", "dvs.events", "In: packets of events."));
  public static final Setting<String> TOPIC_MARKERS =
      add(
          text(
              "topics.markers",
              "markers",
              "In: trigger edges and annotations, written by replay."));
  public static final Setting<String> TOPIC_FILTERED =
      add(text("topics.dvs.filtered", "dvs.filtered", "Out: packets after the filters."));
  public static final Setting<String> TOPIC_SAMPLES =
      add(text("topics.neuro.samples", "neuro.samples", "In: packets of samples, gaze too."));
  public static final Setting<String> TOPIC_MICROSACCADES =
      add(text("topics.microsaccades", "microsaccades", "Out: microsaccades."));
  public static final Setting<String> TOPIC_FEATURES =
      add(text("topics.features", "features", "Out: rates; in for the detectors."));
  public static final Setting<String> TOPIC_CORNERS =
      add(text("topics.dvs.corners", "dvs.corners", "Out: packets of the events at corners."));
  public static final Setting<String> TOPIC_FRAMES =
      add(text("topics.frames", "frames", "Out: frames and time surfaces."));
  public static final Setting<String> TOPIC_FLOW =
      add(text("topics.flow", "flow", "Out: optical flow."));
  public static final Setting<String> TOPIC_TRACKS =
      add(text("topics.tracks", "tracks", "Out: things that move."));
  public static final Setting<String> TOPIC_EPOCHS =
      add(text("topics.epochs", "epochs", "Out: samples around markers."));
  public static final Setting<String> TOPIC_CLASSIFICATIONS =
      add(text("topics.classifications", "classifications", "Out: what windows are."));
  public static final Setting<String> TOPIC_CONTROL =
      add(text("topics.control", "control", "In: commands to operators."));
  public static final Setting<String> TOPIC_ANOMALIES =
      add(text("topics.anomalies", "anomalies", "Out: single odd moments of features."));
  public static final Setting<String> TOPIC_DRIFTS =
      add(text("topics.drifts", "drifts", "Out: lasting changes of features."));
  public static final Setting<String> TOPIC_HEALTH =
      add(text("topics.stream-health", "stream-health", "Out: gaps, resets, late packets, …"));
  public static final Setting<String> TOPIC_DEAD_LETTERS =
      add(text("topics.dead-letters", "dead-letters", "Out: records that cannot be used."));

  public static final Setting<Long> PARALLELISM =
      add(number("job.parallelism", 0, 0, 4096, "Subtasks an operator; 0: as the cluster says."));
  public static final Setting<Long> MAX_PARALLELISM =
      add(
          number(
              "job.max.parallelism",
              128,
              1,
              32768,
              "Key groups. It cannot change as long as a savepoint is to be restored."));
  public static final Setting<String> START =
      add(
          choice(
              "job.start",
              "Where reading begins without a savepoint.",
              "earliest",
              "latest",
              "committed"));
  public static final Setting<Boolean> BOUNDED =
      add(
          Setting.flag(
              "job.bounded", false, "Stop at the offsets that are the latest when it starts."));
  public static final Setting<String> GUARANTEE =
      add(
          choice(
              "job.guarantee",
              "at-least-once: results at once, after a failure some twice, with the same id."
                  + " exactly-once: results with the checkpoint, for readers of committed records.",
              "at-least-once",
              "exactly-once"));
  public static final Setting<String> TRANSACTIONS =
      add(
          text(
              "job.transactions",
              "saccade",
              "Prefix of the transactional ids under exactly-once; one a job on a broker."));
  public static final Setting<Long> CHECKPOINT_MILLIS =
      add(
          number(
              "job.checkpoint.millis",
              10_000,
              0,
              86_400_000,
              "Time between checkpoints; 0: none."));
  public static final Setting<String> CHECKPOINT_DIRECTORY =
      add(
          text(
              "job.checkpoint.directory",
              "",
              "Where checkpoints go, a URI; empty: as the cluster says."));
  public static final Setting<String> STATE_BACKEND =
      add(
          choice(
              "job.state.backend",
              "hashmap: state on the heap. rocksdb: on disk, for many sensors.",
              "hashmap",
              "rocksdb"));

  public static final Setting<Long> REORDER_PACKETS =
      add(
          number(
              "stream.reorder.packets",
              16,
              0,
              4096,
              "Packets of a stream that wait for a missing one before it counts as lost."));
  public static final Setting<Long> REORDER_MILLIS =
      add(
          number(
              "stream.reorder.millis",
              100,
              0,
              3_600_000,
              "Sensor time that the waiting packets may span."));
  public static final Setting<Long> CLOCK_RESET_MILLIS =
      add(
          number(
              "stream.clock.reset.millis",
              1000,
              0,
              86_400_000,
              "A step back in time, inside a session, that counts as a reset of the clock."));
  public static final Setting<Long> IDLE_SECONDS =
      add(
          number(
              "stream.idle.seconds",
              0,
              0,
              86_400,
              "Machine time without a packet after which a stream is reported IDLE; 0: never."));
  public static final Setting<Long> EXPIRE_HOURS =
      add(
          number(
              "stream.expire.hours",
              168,
              0,
              87_600,
              "Machine time without a packet after which a stream's state is dropped; 0: never."));
  public static final Setting<Long> CACHE_MEBIBYTES =
      add(
          number(
              "stream.cache.mebibytes",
              512,
              1,
              1_048_576,
              "Heap a subtask for the working state of its streams; the rest waits in the"
                  + " backend."));

  static {
    ALL.addAll(EventSettings.all());
    ALL.addAll(VisionSettings.all());
  }

  public static final Setting<Double> MICROSACCADES_LAMBDA =
      add(
          decimal(
              "microsaccades.lambda",
              6,
              0.1,
              1000,
              "Threshold of the velocity, in median-based deviations."));
  public static final Setting<Long> MICROSACCADES_MIN_DURATION =
      add(
          number(
              "microsaccades.min.duration",
              3,
              1,
              10_000,
              "Samples in a row above it that make a microsaccade."));
  public static final Setting<Double> MICROSACCADES_WINDOW =
      add(
          decimal(
              "microsaccades.window.seconds",
              15,
              0.1,
              600,
              "Sensor time in which the eye was seen, over which the medians are taken."));
  public static final Setting<String> MICROSACCADES_EYES =
      add(
          choice(
              "microsaccades.eyes",
              "paired: movements of both eyes, and of one while the other is not seen. each: those"
                  + " of each eye too.",
              "paired",
              "each"));
  public static final Setting<Double> MICROSACCADES_MIN_INTERVAL =
      add(
          decimal(
              "microsaccades.min.interval.millis",
              0,
              0,
              1e6,
              "What begins sooner behind the one before is dropped; often 20."));
  public static final Setting<Double> MICROSACCADES_MAX_AMPLITUDE =
      add(
          decimal(
              "microsaccades.max.amplitude",
              0,
              0,
              1000,
              "What is larger is dropped, degrees; 0: nothing is."));
  public static final Setting<Double> MICROSACCADES_TRIAL =
      add(
          decimal(
              "microsaccades.trial.seconds",
              0,
              0,
              3600,
              "A trial up to this long is detected as a whole too when it ends, as over a"
                  + " recording. 32 bytes of state a sample; 0: none."));
  public static final Setting<String> MICROSACCADES_TRIAL_BY =
      add(
          choice(
              "microsaccades.trial.by",
              "What ends a trial. session: the session's end, or a change on a channel of type"
                  + " STIM. markers: a marker of the stream.",
              "session",
              "markers"));
  public static final Setting<String> MICROSACCADES_TRIAL_BEGIN =
      add(
          text(
              "microsaccades.trial.begin",
              "(?i)^trial[ _-]?(id|start|begin|on)",
              "Regular expression: a marker in whose text, or code, it is found begins a trial."
                  + " Empty: a trial begins behind the one before."));
  public static final Setting<String> MICROSACCADES_TRIAL_END =
      add(
          text(
              "microsaccades.trial.end",
              "(?i)^trial[ _-]?(result|end|stop|off|over)",
              "Likewise of a marker that ends one. The sample at its time is the trial's last."));
  public static final Setting<Double> MICROSACCADES_TRIAL_WAIT =
      add(
          decimal(
              "microsaccades.trial.wait.seconds",
              10,
              0,
              3600,
              "How far samples may be ahead of the trial's marker, seconds of samples. A marker"
                  + " that comes later is reported (MARKER)."));

  static {
    ALL.addAll(DriftSettings.all());
    ALL.addAll(NeuralSettings.all());
    ALL.addAll(SpikePointSettings.all());
  }

  public static final Setting<String> METRICS_HOST =
      add(
          text(
              "metrics.host",
              "127.0.0.1",
              "Address of the Prometheus endpoint of jobs in this process."));
  public static final Setting<String> METRICS_PORT =
      add(
          text(
              "metrics.port",
              "0",
              "Its port, or a range of which the first free one is taken; 0: any."));

  /** Prefixes of keys that are passed through. */
  static final List<String> PASSED_THROUGH = List.of("kafka.properties.", "flink.");

  private Settings() {}

  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  private static <T> Setting<T> add(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }
}

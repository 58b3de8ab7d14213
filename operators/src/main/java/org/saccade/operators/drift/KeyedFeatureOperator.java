package org.saccade.operators.drift;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.SteeredOperator;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Command;
import org.saccade.schemas.Drift;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.ControlCommandSerializer;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.SeriesKey;

/**
 * Values of features, keyed by series, and commands to all, to anomalies and drifts.
 *
 * <pre>
 *   SteeredOperator.connect(
 *       values.keyBy(value -&gt; value.series().text(), Types.STRING), commands, uid,
 *       new RecordTypeInfo&lt;&gt;(Anomaly.class), new KeyedFeatureOperator(parameters, uid))
 * </pre>
 */
public final class KeyedFeatureOperator
    extends SteeredOperator<FeatureSample, ControlCommand, Anomaly, Watched> {
  /** Lasting changes. */
  public static final OutputTag<Drift> DRIFTS =
      new OutputTag<>("drifts", new RecordTypeInfo<>(Drift.class));

  /** Gaps, late values, resets of the clock, commands that were obeyed, summaries. */
  public static final OutputTag<StreamHealth> HEALTH =
      new OutputTag<>("stream-health", new RecordTypeInfo<>(StreamHealth.class));

  /** What it obeys. */
  public static final Set<Command> COMMANDS = Set.of(Command.RESET, Command.FREEZE, Command.RESUME);

  /** Commands that are kept; beyond it the oldest is forgotten. */
  public static final int MOST_COMMANDS = 1024;

  private static final long serialVersionUID = 1L;

  /** By the broker's clock, which is the same for all subtasks; then by where they were read. */
  private static final Comparator<ControlCommand> OLDEST_FIRST =
      Comparator.<ControlCommand>comparingLong(c -> c.origin().timestampMillis())
          .thenComparingInt(c -> c.origin().partition())
          .thenComparingLong(c -> c.origin().offset());

  private final DriftParameters parameters;
  private final JointParameters joint;
  private final String uid;
  private transient HtmDesign design;
  private transient FeatureRecords records;
  private transient List<ControlCommand> commands;
  private transient Counter valuesIn;
  private transient Counter anomalies;
  private transient Counter drifts;
  private transient Counter health;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedFeatureOperator(DriftParameters parameters, String uid) {
    this(parameters, null, uid);
  }

  /**
   * @param joint which features of a stream are watched together too; then the key is {@link
   *     #together}, and null otherwise
   */
  public KeyedFeatureOperator(DriftParameters parameters, JointParameters joint, String uid) {
    super(
        parameters.cacheBytes(), parameters.expiry().toMillis(), 0, ControlCommandSerializer.TYPE);
    this.parameters = parameters;
    this.joint = joint;
    this.uid = uid;
  }

  @Override
  public void open() throws Exception {
    super.open();
    design = new HtmDesign(parameters.model().parameters());
    records = new FeatureRecords(uid, parameters, digest());
    valuesIn = getMetricGroup().counter("values_in");
    anomalies = getMetricGroup().counter("anomalies");
    drifts = getMetricGroup().counter("drifts");
    health = getMetricGroup().counter("health");
  }

  /** The key of a value where features of a stream, of one source, are watched together. */
  public static String together(FeatureSample sample) {
    return new SeriesKey(sample.stream(), "", sample.source()).text();
  }

  private String decisive() {
    return parameters.decisive() + (joint == null ? "" : joint.decisive());
  }

  /** First 16 hexadecimal digits of SHA-256 over what the outputs depend on. */
  private String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(decisive().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  protected Watched create(String key) {
    SeriesKey series = SeriesKey.parse(key);
    return joint == null
        ? new FeatureSeries(series, parameters, design, records, new Side(), SeriesListener.NONE)
        : new FeatureGroup(series, parameters, joint, design, records, new Side());
  }

  @Override
  protected void process(Watched series, FeatureSample sample) {
    valuesIn.inc();
    series.offer(sample, commands);
  }

  @Override
  protected void end(Watched series, Ending why) {
    series.end(why);
  }

  @Override
  protected void command(ControlCommand command, BroadcastState<String, ControlCommand> kept)
      throws Exception {
    if (!command.isFor(uid) || !COMMANDS.contains(command.command())) {
      return;
    }
    kept.put(Orders.name(command), command);
    if (commands.size() >= MOST_COMMANDS) {
      kept.remove(Orders.name(commands.get(0)));
    }
  }

  @Override
  protected void commanded(Iterable<ControlCommand> kept) {
    List<ControlCommand> sorted = new ArrayList<>();
    kept.forEach(sorted::add);
    sorted.sort(OLDEST_FIRST);
    commands = List.copyOf(sorted);
  }

  /** Records go out without a time stamp of Flink's: sensor time is no Unix time. */
  private final class Side implements FeatureOutputs {
    @Override
    public void anomaly(Anomaly record) {
      anomalies.inc();
      output.collect(new StreamRecord<>(record));
    }

    @Override
    public void drift(Drift record) {
      drifts.inc();
      output.collect(DRIFTS, new StreamRecord<>(record));
    }

    @Override
    public void health(StreamHealth record) {
      health.inc();
      output.collect(HEALTH, new StreamRecord<>(record));
    }
  }
}

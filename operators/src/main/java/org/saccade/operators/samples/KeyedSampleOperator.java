package org.saccade.operators.samples;

import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.RawPacketForm;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;

/**
 * Packets of samples and markers among them, keyed by stream, through one stage to what it finds.
 *
 * <pre>
 *   MarkedPacketOperator.join(packets, markers, new RawSamplePacketTypeInfo())
 *       .transform(uid, new RecordTypeInfo&lt;&gt;(Microsaccade.class),
 *           new KeyedSampleOperator&lt;&gt;(parameters, stages, uid))
 *       .uid(uid)
 * </pre>
 *
 * @param <R> what the stage finds
 */
public final class KeyedSampleOperator<R> extends MarkedPacketOperator<RawSamplePacket, R> {
  private static final long serialVersionUID = 1L;

  /** Samples around markers. */
  public static final OutputTag<Epoch> EPOCHS =
      new OutputTag<>("epochs", new RecordTypeInfo<>(Epoch.class));

  private static final RawPacketForm<RawSamplePacket> FORM =
      new RawPacketForm<>(RawSamplePacket::read);

  private final SampleStreamParameters parameters;
  private final Stages<R> stages;
  private final boolean all;
  private transient SampleBatch batch;
  private transient Counter samplesIn;
  private transient Counter found;
  private transient Counter epochs;
  private transient Counter health;

  /**
   * Makes a stage a stream; travels to the cluster.
   *
   * @param <R> what they find
   */
  public interface Stages<R> extends Supplier<SampleStage<R>>, Serializable {
    /** All that the outputs depend on, as text. */
    String decisive();

    /**
     * Whether a stream of such channels is this stage's, where several operators are given all
     * streams: another's health and dead letters are told by that one alone.
     */
    default boolean isOwn(List<SampleChannel> channels) {
      return true;
    }
  }

  /**
   * @param all whether of streams that are not {@link Stages#isOwn} is told too
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedSampleOperator(
      SampleStreamParameters parameters, Stages<R> stages, boolean all, String uid) {
    super(
        uid,
        StreamRecords.digest(parameters.decisive() + ";" + stages.decisive()),
        parameters.cacheBytes(),
        parameters.expiry(),
        parameters.idle());
    this.parameters = parameters;
    this.stages = stages;
    this.all = all;
  }

  @Override
  public void open() throws Exception {
    super.open();
    batch = new SampleBatch();
    samplesIn = getMetricGroup().counter("samples_in");
    found = getMetricGroup().counter("found");
    epochs = getMetricGroup().counter("epochs");
    health = getMetricGroup().counter("health");
  }

  @Override
  protected PacketStream<RawSamplePacket> create(String key, StreamRecords records) {
    Found outputs = new Found();
    return new PacketStream<>(
        key,
        parameters.order(),
        FORM,
        records,
        outputs,
        report ->
            new SampleContent<>(stages.get(), c -> all || stages.isOwn(c), report, outputs, batch));
  }

  @Override
  protected void count(StreamHealth record) {
    health.inc();
  }

  private final class Found extends Side implements SampleOutputs<R> {
    private boolean others;

    @Override
    public void leave(boolean toOthers) {
      others = toOthers;
    }

    @Override
    public void health(StreamHealth record) {
      if (others) {
        return;
      }
      if (record.getKind() == HealthKind.GAP && record.getState() == HealthState.POINT) {
        // Packets are missing: known from end to end at once, as samples that are.
        StreamHealth opens = StreamHealth.newBuilder(record).setState(HealthState.OPEN).build();
        opens.getProvenance().setEnd(record.getProvenance().getStart());
        super.health(opens);
        record.setState(HealthState.CLOSED);
      }
      super.health(record);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      if (!others) {
        super.deadLetter(letter);
      }
    }

    @Override
    public void decoded(int samples) {
      samplesIn.inc(samples);
    }

    @Override
    public void emit(R record) {
      found.inc();
      output.collect(new StreamRecord<>(record));
    }

    @Override
    public void epoch(Epoch epoch) {
      epochs.inc();
      output.collect(EPOCHS, new StreamRecord<>(epoch));
    }
  }
}

package org.saccade.operators.samples;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.saccade.operators.stream.KeyedPacketOperator;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * Packets of samples, keyed by stream, through one stage to what it finds. Where markers come too,
 * it is a {@link MarkedSampleOperator}.
 *
 * <pre>
 *   packets.keyBy(RawSamplePacket::stream, Types.STRING)
 *       .transform(uid, new RecordTypeInfo&lt;&gt;(Microsaccade.class),
 *           new KeyedSampleOperator&lt;&gt;(parameters, stages, uid))
 *       .uid(uid)
 * </pre>
 *
 * @param <R> what the stage finds
 */
public final class KeyedSampleOperator<R> extends KeyedPacketOperator<RawSamplePacket, R> {
  private static final long serialVersionUID = 1L;

  private final SampleStreamParameters parameters;
  private final Stages<R> stages;
  private transient SampleStreams<R> streams;

  /**
   * Makes a stage a stream; travels to the cluster.
   *
   * @param <R> what they find
   */
  public interface Stages<R> extends Supplier<SampleStage<R>>, Serializable {
    /** All that the outputs depend on, as text. */
    String decisive();
  }

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedSampleOperator(SampleStreamParameters parameters, Stages<R> stages, String uid) {
    super(
        uid,
        SampleStreams.digest(parameters, stages),
        parameters.cacheBytes(),
        parameters.expiry(),
        parameters.idle());
    this.parameters = parameters;
    this.stages = stages;
  }

  @Override
  public void open() throws Exception {
    super.open();
    streams =
        new SampleStreams<>(
            parameters,
            stages,
            getMetricGroup(),
            record -> output.collect(new StreamRecord<>(record)));
  }

  @Override
  protected PacketStream<RawSamplePacket> create(String key, StreamRecords records) {
    return streams.create(key, records, new Side());
  }

  @Override
  protected void count(StreamHealth record) {
    streams.count(record);
  }
}

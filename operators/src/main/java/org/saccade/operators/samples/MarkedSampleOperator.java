package org.saccade.operators.samples;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.StreamRecords;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * Packets of samples and markers among them, keyed by stream, through one stage to what it finds:
 * {@link KeyedSampleOperator} with markers. State and ids of the one are those of the other.
 *
 * <pre>
 *   MarkedPacketOperator.join(packets, markers, new RawSamplePacketTypeInfo())
 *       .transform(uid, type, new MarkedSampleOperator&lt;&gt;(parameters, stages, uid))
 *       .uid(uid)
 * </pre>
 *
 * @param <R> what the stage finds
 */
public final class MarkedSampleOperator<R> extends MarkedPacketOperator<RawSamplePacket, R> {
  private static final long serialVersionUID = 1L;

  private final SampleStreamParameters parameters;
  private final KeyedSampleOperator.Stages<R> stages;
  private transient SampleStreams<R> streams;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public MarkedSampleOperator(
      SampleStreamParameters parameters, KeyedSampleOperator.Stages<R> stages, String uid) {
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

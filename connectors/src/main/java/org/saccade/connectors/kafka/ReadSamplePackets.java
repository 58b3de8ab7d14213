package org.saccade.connectors.kafka;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.wire.RejectedRecordException;
import org.saccade.schemas.wire.SamplePackets;

/**
 * Reads the header of each packet of samples; the payload stays as it is until behind the {@code
 * keyBy}. A record that is no packet goes to {@link #DEAD_LETTERS}.
 */
public final class ReadSamplePackets extends ProcessFunction<KafkaRecord, RawSamplePacket>
    implements ResultTypeQueryable<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  /** Side output of what could not be read. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  private final String job;
  private final String registryUrl;
  private transient SamplePackets packets;
  private transient Counter rejected;

  /**
   * @param job name that dead letters carry
   */
  public ReadSamplePackets(String job) {
    this(job, null);
  }

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  public ReadSamplePackets(String job, String registryUrl) {
    this.job = job;
    this.registryUrl = registryUrl;
  }

  @Override
  public void open(OpenContext context) {
    packets =
        registryUrl == null
            ? new SamplePackets()
            : new SamplePackets(SchemaRegistry.at(registryUrl));
    rejected = getRuntimeContext().getMetricGroup().counter("rejectedRecords");
  }

  @Override
  public void processElement(KafkaRecord record, Context context, Collector<RawSamplePacket> out) {
    RawSamplePacket packet;
    try {
      packet =
          packets.read(
              record.value(),
              new Origin(
                  record.topic(), record.partition(), record.offset(), record.timestampMillis()));
    } catch (RejectedRecordException e) {
      rejected.inc();
      context.output(DEAD_LETTERS, DeadLetters.of(record, e.reason(), e.getMessage(), job));
      return;
    }
    out.collect(packet);
  }

  @Override
  public TypeInformation<RawSamplePacket> getProducedType() {
    return new RawSamplePacketTypeInfo();
  }
}

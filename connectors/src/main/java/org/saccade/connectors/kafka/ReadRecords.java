package org.saccade.connectors.kafka;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * Reads each record of a topic; one that is not what the topic holds goes to {@link #DEAD_LETTERS}.
 *
 * @param <T> what the topic holds
 */
public abstract class ReadRecords<T> extends ProcessFunction<KafkaRecord, T>
    implements ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;

  /** Side output of what could not be read. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  private final String job;
  private final String registryUrl;
  private final TypeInformation<T> type;
  private transient Reader<T> reader;
  private transient Counter rejected;

  /**
   * From the bytes of a record.
   *
   * @param <T> what the topic holds
   */
  @FunctionalInterface
  protected interface Reader<T> {
    T read(byte[] value, Origin origin) throws RejectedRecordException;
  }

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  protected ReadRecords(String job, String registryUrl, TypeInformation<T> type) {
    this.job = job;
    this.registryUrl = registryUrl;
    this.type = type;
  }

  /**
   * @param registry null: none
   */
  protected abstract Reader<T> reader(IntFunction<Schema> registry);

  @Override
  public final void open(OpenContext context) {
    reader = reader(registryUrl == null ? null : SchemaRegistry.at(registryUrl));
    rejected = getRuntimeContext().getMetricGroup().counter("rejectedRecords");
  }

  @Override
  public final void processElement(KafkaRecord record, Context context, Collector<T> out) {
    T read;
    try {
      read =
          reader.read(
              record.value(),
              new Origin(
                  record.topic(), record.partition(), record.offset(), record.timestampMillis()));
    } catch (RejectedRecordException e) {
      rejected.inc();
      context.output(DEAD_LETTERS, DeadLetters.of(record, e.reason(), e.getMessage(), job));
      return;
    }
    out.collect(read);
  }

  @Override
  public final TypeInformation<T> getProducedType() {
    return type;
  }
}

package org.saccade.connectors.kafka;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.flink.FormatSnapshot;
import org.saccade.schemas.flink.PlainSerializer;
import org.saccade.schemas.flink.SerializedTypeInfo;

/** Topic, partition, offset, time stamp; then key and value, each after its length (-1: none). */
public final class KafkaRecordSerializer extends PlainSerializer<KafkaRecord> {
  private static final long serialVersionUID = 1L;

  public static final KafkaRecordSerializer INSTANCE = new KafkaRecordSerializer();

  /** What Flink knows of {@link KafkaRecord}. */
  public static final TypeInformation<KafkaRecord> TYPE =
      new SerializedTypeInfo<>(KafkaRecord.class, INSTANCE);

  @Override
  public void serialize(KafkaRecord record, DataOutputView out) throws IOException {
    out.writeUTF(record.topic());
    out.writeInt(record.partition());
    out.writeLong(record.offset());
    out.writeLong(record.timestampMillis());
    write(record.key(), out);
    write(record.value(), out);
  }

  @Override
  public KafkaRecord deserialize(DataInputView in) throws IOException {
    return new KafkaRecord(
        in.readUTF(), in.readInt(), in.readLong(), in.readLong(), read(in), read(in));
  }

  private static void write(byte[] bytes, DataOutputView out) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte[] read(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  @Override
  public TypeSerializerSnapshot<KafkaRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: as the class says. */
  public static final class Snapshot extends FormatSnapshot<KafkaRecord> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<KafkaRecord> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}

package org.saccade.connectors.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Provenance;

/** The Kafka key of a record: its stream, in UTF-8. */
public final class StreamKeys {
  private StreamKeys() {}

  /**
   * The key of a record: of its field {@code stream}, else of its provenance; a dead letter keeps
   * the key of the record that it holds.
   *
   * @return null where the record has none
   */
  public static byte[] of(SpecificRecordBase record) {
    if (record instanceof DeadLetter letter) {
      return bytes(letter.getKey());
    }
    String stream = stream(record);
    return stream == null ? null : stream.getBytes(StandardCharsets.UTF_8);
  }

  /** The stream that a record speaks of; null where it names none. */
  public static String stream(SpecificRecordBase record) {
    Schema.Field stream = record.getSchema().getField("stream");
    if (stream != null) {
      return (String) record.get(stream.pos());
    }
    Schema.Field provenance = record.getSchema().getField("provenance");
    return provenance != null && record.get(provenance.pos()) instanceof Provenance from
        ? from.getStream()
        : null;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}

package org.saccade.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.saccade.schemas.DeadLetterReason;

/**
 * Frames one type of record and reads it back, whichever released schema it was written with.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class RecordCodec<T extends SpecificRecordBase> {
  /** Bytes before the Avro binary in single-object encoding. */
  public static final int HEADER_BYTES = 10;

  static {
    // Avro 1.12.2 refuses to instantiate classes that nobody vouches for, generated ones too.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            c -> c.getName().startsWith("org.saccade.schemas."), ClassSecurityValidator.DEFAULT));
  }

  private final Schema schema;
  private final long fingerprint;
  private final SpecificData data;
  private final SpecificDatumWriter<T> writer;
  private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
  private final IntFunction<Schema> registry;
  private final BoundedDecoder decoder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  public RecordCodec(Class<T> type) {
    this(type, null);
  }

  /**
   * @param registry gives the writer's schema of a Confluent-framed record ({@code 00}, 4-byte id);
   *     null: such records are rejected
   */
  public RecordCodec(Class<T> type, IntFunction<Schema> registry) {
    this(type, registry, false);
  }

  /**
   * @param shareBytes whether fields of bytes are views of the value instead of copies
   */
  RecordCodec(Class<T> type, IntFunction<Schema> registry, boolean shareBytes) {
    data = SpecificData.getForClass(type);
    schema = data.getSchema(type);
    fingerprint = ReleasedSchemas.fingerprint(schema);
    writer = new SpecificDatumWriter<>(schema, data);
    this.registry = registry;
    decoder = new BoundedDecoder(shareBytes);
  }

  /** The record in single-object encoding. */
  public byte[] encode(T record) {
    bytes.reset();
    bytes.write(0xC3);
    bytes.write(0x01);
    for (int i = 0; i < 8; i++) {
      bytes.write((int) (fingerprint >>> 8 * i));
    }
    try {
      encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a framed record.
   *
   * @throws RejectedRecordException if the framing is foreign, the schema unknown, or the bytes are
   *     not one record and nothing else
   */
  public T decode(byte[] value) throws RejectedRecordException {
    if (value == null) {
      throw new RejectedRecordException(DeadLetterReason.BAD_FRAMING, "the record has no value");
    }
    SpecificDatumReader<T> reader;
    int from;
    if (value.length >= HEADER_BYTES && value[0] == (byte) 0xC3 && value[1] == 0x01) {
      reader = bySingleObject(value);
      from = HEADER_BYTES;
    } else if (value.length >= 5 && value[0] == 0 && registry != null) {
      reader = byRegistry(value);
      from = 5;
    } else {
      throw new RejectedRecordException(
          DeadLetterReason.BAD_FRAMING,
          String.format(
              "expected Avro single-object encoding (C3 01, 8-byte fingerprint), found %d bytes: %s",
              value.length, hex(value)));
    }
    decoder.bytes(value, from, value.length);
    T record;
    try {
      record = reader.read(null, decoder);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new RejectedRecordException(
          DeadLetterReason.MALFORMED_RECORD,
          schema.getName() + " at byte " + decoder.position() + ": " + e.getMessage());
    }
    if (decoder.position() != value.length) {
      throw new RejectedRecordException(
          DeadLetterReason.MALFORMED_RECORD,
          schema.getName()
              + " ends at byte "
              + decoder.position()
              + " of "
              + value.length
              + ": bytes are left over");
    }
    return record;
  }

  private SpecificDatumReader<T> bySingleObject(byte[] value) throws RejectedRecordException {
    long print = 0;
    for (int i = 0; i < 8; i++) {
      print |= (value[2 + i] & 0xFFL) << 8 * i;
    }
    SpecificDatumReader<T> reader = readers.get(print);
    if (reader == null) {
      Schema written = print == fingerprint ? schema : ReleasedSchemas.all().byFingerprint(print);
      if (written == null) {
        throw new RejectedRecordException(
            DeadLetterReason.UNKNOWN_SCHEMA,
            String.format(
                "schema fingerprint %016x is of no released schema; expected %s",
                print, schema.getName()));
      }
      reader = reader(written);
      readers.put(print, reader);
    }
    return reader;
  }

  private SpecificDatumReader<T> byRegistry(byte[] value) throws RejectedRecordException {
    int id =
        (value[1] & 0xFF) << 24
            | (value[2] & 0xFF) << 16
            | (value[3] & 0xFF) << 8
            | (value[4] & 0xFF);
    Schema written = registry.apply(id);
    if (written == null) {
      throw new RejectedRecordException(
          DeadLetterReason.UNKNOWN_SCHEMA, "the registry has no schema with id " + id);
    }
    return reader(written);
  }

  private SpecificDatumReader<T> reader(Schema written) throws RejectedRecordException {
    if (!written.getFullName().equals(schema.getFullName())) {
      throw new RejectedRecordException(
          DeadLetterReason.UNKNOWN_SCHEMA,
          "expected " + schema.getFullName() + ", found " + written.getFullName());
    }
    return new SpecificDatumReader<>(written, schema, data);
  }

  private static String hex(byte[] value) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < Math.min(value.length, 12); i++) {
      s.append(String.format("%02x ", value[i]));
    }
    return s.append(value.length > 12 ? "…" : "").toString().trim();
  }
}

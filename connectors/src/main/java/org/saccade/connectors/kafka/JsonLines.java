package org.saccade.connectors.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/**
 * Records as JSON, one a line.
 *
 * <p>A record is an object of its fields, by their names in the schema and in its order, after
 * {@code "type"}, the record's name. A field of bytes {@code f} is its first {@value #SHOWN_BYTES}
 * bytes in hex, and {@code fBytes} their whole number; of a payload there is the number alone. A
 * fixed field, such as an id, is hex. What JSON has no number for is {@code "NaN"}, {@code
 * "Infinity"} or {@code "-Infinity"}.
 */
public final class JsonLines {
  /** How much of a field of bytes is shown. */
  public static final int SHOWN_BYTES = 64;

  private static final JsonFactory JSON = new JsonFactory();
  private static final HexFormat HEX = HexFormat.of();

  private JsonLines() {}

  /** One record, without a line end. */
  public static String of(IndexedRecord record) {
    return line(json -> writeTyped(record, json));
  }

  /** The same with the name of its topic, for records whose type does not tell it. */
  public static String of(String topic, IndexedRecord record) {
    return line(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", record.getSchema().getName());
          json.writeStringField("topic", topic);
          writeFields(record, json);
          json.writeEndObject();
        });
  }

  /**
   * One record of a topic, without a line end: an object of {@code topic}, {@code partition},
   * {@code offset}, {@code timestampMillis}, {@code key}, and {@code record}, or in its place
   * {@code reason}, {@code message} and {@code valueBytes}.
   */
  public static String of(TopicRecord entry) {
    return line(
        json -> {
          KafkaRecord origin = entry.origin();
          json.writeStartObject();
          json.writeStringField("topic", origin.topic());
          json.writeNumberField("partition", origin.partition());
          json.writeNumberField("offset", origin.offset());
          json.writeNumberField("timestampMillis", origin.timestampMillis());
          json.writeStringField(
              "key",
              origin.key() == null ? null : new String(origin.key(), StandardCharsets.UTF_8));
          if (entry.record() != null) {
            json.writeFieldName("record");
            writeTyped(entry.record(), json);
          } else {
            json.writeStringField("reason", entry.problem().reason().toString());
            json.writeStringField("message", entry.problem().getMessage());
            json.writeNumberField("valueBytes", origin.value() == null ? 0 : origin.value().length);
          }
          json.writeEndObject();
        });
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Body body) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeTyped(IndexedRecord record, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", record.getSchema().getName());
    writeFields(record, json);
    json.writeEndObject();
  }

  private static void writeFields(IndexedRecord record, JsonGenerator json) throws IOException {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof ByteBuffer bytes) {
        if (!field.name().equals("payload")) {
          json.writeStringField(field.name(), hex(bytes));
        }
        json.writeNumberField(field.name() + "Bytes", bytes.remaining());
      } else {
        json.writeFieldName(field.name());
        writeValue(value, json);
      }
    }
  }

  private static void writeValue(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord record) {
      json.writeStartObject();
      writeFields(record, json);
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        writeValue(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof GenericFixed fixed) {
      json.writeString(HEX.formatHex(fixed.bytes()));
    } else if (value instanceof Integer i) {
      json.writeNumber(i);
    } else if (value instanceof Long l) {
      json.writeNumber(l);
    } else if (value instanceof Double d) {
      json.writeNumber(d);
    } else if (value instanceof Float f) {
      json.writeNumber(f);
    } else if (value instanceof Boolean b) {
      json.writeBoolean(b);
    } else {
      json.writeString(value.toString());
    }
  }

  private static String hex(ByteBuffer bytes) {
    byte[] shown = new byte[Math.min(bytes.remaining(), SHOWN_BYTES)];
    bytes.duplicate().get(shown);
    return HEX.formatHex(shown);
  }
}

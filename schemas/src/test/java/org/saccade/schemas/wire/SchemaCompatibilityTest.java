package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;

/** Old readers survive new records, new readers old ones. */
class SchemaCompatibilityTest {
  private static final String PACKAGE = "/org/saccade/schemas/";

  /** Current schemas by name; Provenance is the one that others refer to. */
  private static Map<String, Schema> current() throws IOException {
    Schema.Parser parser = new Schema.Parser();
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (String file : lastReleases().keySet()) {
      Schema schema = parser.parse(text("current/" + file));
      schemas.put(schema.getFullName(), schema);
    }
    return schemas;
  }

  /** The last release that has a file, by its name; in the order of the first. */
  private static Map<String, String> lastReleases() throws IOException {
    Map<String, String> last = new LinkedHashMap<>();
    for (String line : text("released/index").lines().toList()) {
      int slash = line.indexOf('/');
      last.put(line.substring(slash + 1), line.substring(0, slash));
    }
    return last;
  }

  private static String text(String name) throws IOException {
    try (InputStream in = SchemaCompatibilityTest.class.getResourceAsStream(PACKAGE + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void releasedAndCurrentSchemasReadEachOther() throws IOException {
    Map<String, Schema> current = current();
    assertThat(ReleasedSchemas.all().schemas()).hasSizeGreaterThanOrEqualTo(16);
    for (Schema released : ReleasedSchemas.all().schemas()) {
      Schema now = current.get(released.getFullName());
      assertThat(now).as(released.getFullName() + " is still there").isNotNull();
      assertThat(reads(now, released)).as("new reader, old bytes: " + now.getName()).isTrue();
      assertThat(reads(released, now)).as("old reader, new bytes: " + now.getName()).isTrue();
    }
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  @Test
  void whatWasReleasedLastIsWhatIsCurrent() throws IOException {
    Map<String, String> last = lastReleases();
    assertThat(last).hasSize(17).containsEntry("EventPacket.avsc", "1");
    for (Map.Entry<String, String> file : last.entrySet()) {
      assertThat(text("released/" + file.getValue() + "/" + file.getKey()))
          .as(file.getKey())
          .isEqualTo(text("current/" + file.getKey()));
    }
  }

  @Test
  void generatedClassesAreOfTheCurrentSchemas() throws IOException {
    for (Schema schema : current().values()) {
      assertThat(ReleasedSchemas.all().byFingerprint(ReleasedSchemas.fingerprint(schema)))
          .as(schema.getName() + " as it stands has been released")
          .isNotNull();
    }
    assertThat(ReleasedSchemas.fingerprint(EventPacket.getClassSchema()))
        .isEqualTo(ReleasedSchemas.fingerprint(current().get("org.saccade.schemas.EventPacket")));
  }

  @Test
  void everyEnumHasADefaultSymbol() throws IOException {
    List<Schema> enums = new ArrayList<>();
    current().values().forEach(schema -> collectEnums(schema, enums));

    assertThat(enums).hasSizeGreaterThan(5);
    assertThat(enums).allSatisfy(e -> assertThat(e.getEnumDefault()).as(e.getName()).isNotNull());
  }

  private static void collectEnums(Schema schema, List<Schema> enums) {
    switch (schema.getType()) {
      case ENUM -> enums.add(schema);
      case ARRAY -> collectEnums(schema.getElementType(), enums);
      case UNION -> schema.getTypes().forEach(s -> collectEnums(s, enums));
      case RECORD -> schema.getFields().forEach(f -> collectEnums(f.schema(), enums));
      default -> {}
    }
  }

  /** EventPacket as a later release may have it: one more encoding, two more fields behind. */
  private static Schema evolved() throws IOException {
    String json =
        text("current/EventPacket.avsc")
            .replace("\"EVT3\"", "\"EVT3\", \"EVT4\"")
            .replaceFirst(
                "\\]\\s*\\}\\s*$",
                ", {\"name\": \"gain\", \"type\": \"double\", \"default\": 1.5},"
                    + " {\"name\": \"lenses\", \"type\": {\"type\": \"array\","
                    + " \"items\": \"string\"}, \"default\": []}]}");
    return new Schema.Parser().parse(json);
  }

  private static byte[] bytes(GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static GenericRecord evolvedRecord(String encoding) throws IOException {
    Schema evolved = evolved();
    GenericRecord record = new GenericData.Record(evolved);
    EventPacket packet = Packets.header();
    for (Schema.Field field : EventPacket.getClassSchema().getFields()) {
      record.put(field.name(), packet.get(field.pos()));
    }
    Schema encodings = evolved.getField("encoding").schema();
    record.put("encoding", new GenericData.EnumSymbol(encodings, encoding));
    record.put("gain", 2.0);
    record.put("lenses", List.of("a", "b"));
    return record;
  }

  @Test
  void todaysReaderReadsBytesOfALaterRelease() throws IOException, RejectedRecordException {
    Schema evolved = evolved();
    RecordCodec<EventPacket> today =
        new RecordCodec<>(EventPacket.class, id -> id == 7 ? evolved : null);

    assertThat(today.decode(confluent(7, bytes(evolvedRecord("COLUMNAR")))))
        .isEqualTo(Packets.header());
    assertThat(today.decode(confluent(7, bytes(evolvedRecord("EVT4")))).getEncoding())
        .as("a symbol that today's reader does not know")
        .isEqualTo(EventEncoding.UNKNOWN);
  }

  private static byte[] confluent(int id, byte[] avro) {
    byte[] framed = new byte[avro.length + 5];
    framed[4] = (byte) id;
    System.arraycopy(avro, 0, framed, 5, avro.length);
    return framed;
  }

  @Test
  void aLaterReaderReadsTodaysBytes() throws IOException {
    Schema today = EventPacket.getClassSchema();
    byte[] framed = new RecordCodec<>(EventPacket.class).encode(Packets.header());
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(today, evolved())
            .read(null, DecoderFactory.get().binaryDecoder(framed, 10, framed.length - 10, null));

    assertThat(read.get("stream")).hasToString("cam0");
    assertThat(read.get("gain")).isEqualTo(1.5);
    assertThat((List<?>) read.get("lenses")).isEmpty();
  }
}

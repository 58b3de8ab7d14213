package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.Control;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.Marker;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.SpikePacket;
import org.saccade.schemas.Track;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.FlowBatch;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.batch.SpikeBatch;
import org.saccade.schemas.codec.FlowPayload;
import org.saccade.schemas.codec.FramePayload;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.codec.SpikePayload;
import org.saccade.schemas.codec.evt.Evt21Encoder;
import org.saccade.schemas.codec.evt.Evt2Encoder;
import org.saccade.schemas.codec.evt.WordEncoder;
import org.saccade.schemas.codec.evt.WordOrder;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;

/** WIRE.md says what the code does, byte for byte. */
class WireGoldenTest {
  private static final GoldenPage PAGE = new GoldenPage();

  /** The record of the page's JSON, with the page's state and payload. */
  static <T extends SpecificRecordBase> T record(Class<T> type, String name) throws IOException {
    RecordCodec<T> vouched = new RecordCodec<>(type);
    assertThat(vouched).isNotNull();
    Schema schema = org.apache.avro.specific.SpecificData.get().getSchema(type);
    String json = PAGE.text("json " + name + " " + type.getSimpleName());
    T record =
        new SpecificDatumReader<T>(schema)
            .read(null, DecoderFactory.get().jsonDecoder(schema, json));
    set(record, "decoderState", PAGE.hex("state " + name));
    set(record, "payload", PAGE.hex("payload " + name));
    return record;
  }

  private static void set(SpecificRecordBase record, String field, byte[] bytes) {
    Schema.Field found = record.getSchema().getField(field);
    if (found != null) {
      record.put(found.pos(), ByteBuffer.wrap(bytes));
    }
  }

  static <T extends SpecificRecordBase> void assertGolden(Class<T> type, String name)
      throws IOException, RejectedRecordException {
    RecordCodec<T> codec = new RecordCodec<>(type);
    T record = record(type, name);
    byte[] value = PAGE.hex("value " + name);

    assertThat(HexFormat.of().formatHex(codec.encode(record)))
        .as("value of " + name)
        .isEqualTo(HexFormat.of().formatHex(value));
    assertThat(codec.decode(value)).isEqualTo(record);
  }

  private static EventBatch events(String name) {
    EventBatch batch = new EventBatch(16);
    PAGE.csv(name).forEach(e -> batch.add(e[0], (int) e[1], (int) e[2], (int) e[3]));
    return batch;
  }

  static Stream<String> eventPackets() {
    return PAGE.names("EventPacket").stream();
  }

  @ParameterizedTest
  @MethodSource("eventPackets")
  void eventPacketsAreThoseOfThePage(String name) throws Exception {
    assertGolden(EventPacket.class, name);

    RawEventPacket packet = new EventPackets().read(PAGE.hex("value " + name), Origin.file(0));
    EventBatch batch = new EventBatch(1);
    PayloadDecoder decoder = new PayloadDecoder();
    decoder.decode(packet, batch);
    assertThat(batch).isEqualTo(events(name));
    assertThat(batch.size()).isEqualTo(packet.count());
    assertThat(decoder.violations().isEmpty()).isTrue();
    if (batch.size() > 0) {
      assertThat(packet.timeBase()).isEqualTo(batch.t(0));
      assertThat(packet.timeEnd()).isEqualTo(batch.t(batch.size() - 1));
    }
  }

  @Test
  void thePageShowsEveryEncodingOfEventsThatIsRead() {
    assertThat(eventPackets())
        .containsExactly("columnar", "evt2", "evt21", "evt21-legacy", "evt3", "last");
  }

  @Test
  void columnarEventsAreWrittenAsOnThePage() throws IOException {
    EventPacket header = record(EventPacket.class, "columnar");
    EventBatch batch = events("columnar");

    assertThat(new EventPackets().writeColumnar(header, batch, 0, batch.size()))
        .isEqualTo(PAGE.hex("value columnar"));
  }

  @Test
  void wordsAreWrittenAsOnThePage() throws IOException {
    assertWritten("evt2", EventEncoding.EVT2, new Evt2Encoder());
    assertWritten("evt21", EventEncoding.EVT21, new Evt21Encoder(WordOrder.LITTLE_ENDIAN));
    assertWritten("evt21-legacy", EventEncoding.EVT21_LEGACY, new Evt21Encoder(WordOrder.LEGACY));
  }

  private static void assertWritten(String name, EventEncoding encoding, WordEncoder encoder)
      throws IOException {
    assertThat(record(EventPacket.class, name).getEncoding()).isEqualTo(encoding);
    EventBatch events = events(name);
    byte[] out = new byte[encoder.mostBytes(events.size())];
    int end = encoder.encode(events, 0, events.size(), out, 0);

    assertThat(Arrays.copyOf(out, end)).isEqualTo(PAGE.hex("payload " + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples", "gaze"})
  void samplesAreThoseOfThePage(String name) throws Exception {
    assertGolden(SamplePacket.class, name);
    SamplePacket packet = record(SamplePacket.class, name);
    byte[] payload = PAGE.hex("payload " + name);
    List<double[]> rows = PAGE.decimals(name);
    SampleBatch batch = new SampleBatch();
    SamplePayload.decode(
        payload,
        0,
        payload.length,
        packet.getEncoding(),
        packet.getChannels().size(),
        packet.getCount(),
        batch);

    assertThat(batch.size()).isEqualTo(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < batch.channels(); c++) {
        assertThat(batch.channel(c)[i]).isEqualTo((Double) rows.get(i)[c]);
      }
    }
    byte[] out = new byte[payload.length];
    SamplePayload.encode(batch, 0, batch.size(), packet.getEncoding(), out, 0);
    assertThat(out).isEqualTo(payload);
  }

  @Test
  void spikesAreThoseOfThePage() throws Exception {
    assertGolden(SpikePacket.class, "spikes");
    SpikePacket packet = record(SpikePacket.class, "spikes");
    byte[] payload = PAGE.hex("payload spikes");
    SpikeBatch expected = new SpikeBatch(4);
    PAGE.csv("spikes").forEach(s -> expected.add(s[0], (int) s[1]));
    SpikeBatch batch = new SpikeBatch(1);
    SpikePayload.decode(payload, 0, payload.length, packet.getCount(), packet.getTimeBase(), batch);

    assertThat(batch).isEqualTo(expected);
    byte[] out = new byte[SpikePayload.maxBytes(3)];
    int end = SpikePayload.encode(batch, 0, 3, packet.getTimeBase(), out, 0);
    assertThat(Arrays.copyOf(out, end)).isEqualTo(payload);
  }

  @Test
  void markersAndControlsAreThoseOfThePage() throws Exception {
    assertGolden(Marker.class, "marker");
    assertGolden(Control.class, "control");
  }

  @Test
  void framesFlowAndTracksAreThoseOfThePage() throws Exception {
    assertGolden(Frame.class, "frame");
    assertGolden(Flow.class, "flow");
    assertGolden(Track.class, "track");

    byte[] pixels = FramePayload.unpack(record(Frame.class, "frame"));
    assertThat(pixels).isEqualTo(PAGE.hex("payload frame"));
    Flow flow = record(Flow.class, "flow");
    FlowBatch vectors = new FlowBatch(1);
    FlowPayload.decode(flow.getPayload(), flow.getCount(), vectors);
    FlowBatch expected = new FlowBatch(1);
    expected.add(100, 258, 3, 1, -2, 0.5);
    assertThat(vectors).isEqualTo(expected);
  }

  static String fingerprints() {
    StringBuilder lines = new StringBuilder();
    for (Schema schema : ReleasedSchemas.all().schemas()) {
      byte[] lowestFirst = new byte[8];
      for (int i = 0; i < 8; i++) {
        lowestFirst[i] = (byte) (ReleasedSchemas.fingerprint(schema) >>> 8 * i);
      }
      lines.append(HexFormat.of().formatHex(lowestFirst)).append(' ').append(schema.getName());
      lines.append('\n');
    }
    return lines.toString();
  }

  @Test
  void fingerprintsAreThoseOfThePage() {
    assertThat(PAGE.text("fingerprints")).isEqualTo(fingerprints());
  }

  @Test
  void theIdIsThatOfThePage() {
    String[] sides = PAGE.text("id").trim().split(" = ");
    String[] f = sides[0].split(", ");
    byte[] id =
        new OutputIds()
            .id(
                f[0],
                f[1],
                f[2],
                f[3],
                f[4],
                f[5],
                Long.parseLong(f[6]),
                Long.parseLong(f[7]),
                Long.parseLong(f[8]));

    assertThat(HexFormat.of().formatHex(id)).isEqualTo(sides[1]);
  }
}

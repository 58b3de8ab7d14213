package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.wire.RejectedRecordException;

class JsonLinesTest {
  @Test
  void showsAPacketWithoutItsPayload() {
    EventPacket packet =
        new EventPacket(
            "cam0",
            "run",
            3L,
            10L,
            20L,
            null,
            640,
            480,
            EventEncoding.COLUMNAR,
            ByteBuffer.wrap(new byte[] {1, (byte) 0xAB}),
            2,
            true,
            ByteBuffer.allocate(10));

    assertThat(JsonLines.of(packet))
        .isEqualTo(
            "{\"type\":\"EventPacket\",\"stream\":\"cam0\",\"session\":\"run\",\"sequence\":3,"
                + "\"timeBase\":10,\"timeEnd\":20,\"epochMicros\":null,\"width\":640,"
                + "\"height\":480,\"encoding\":\"COLUMNAR\",\"decoderState\":\"01ab\","
                + "\"decoderStateBytes\":2,\"count\":2,\"last\":true,\"payloadBytes\":10}");
  }

  @Test
  void showsAnIdAsHex() {
    byte[] id = new byte[16];
    id[0] = (byte) 0xF0;
    id[15] = 1;
    Provenance from =
        new Provenance(
            new Id(id), "cam0", "run", 1L, 2L, null, "health", "", "c0", "dvs.events", 0, 5L, 6L);

    assertThat(JsonLines.of(new StreamHealth(from, HealthKind.GAP, HealthState.POINT, 4L, "lost")))
        .startsWith(
            "{\"type\":\"StreamHealth\",\"provenance\":{\"id\":\"f0000000000000000000000000000001\",")
        .endsWith("\"kind\":\"GAP\",\"state\":\"POINT\",\"count\":4,\"detail\":\"lost\"}");
  }

  @Test
  void showsTheBeginOfLongBytesAndTheirNumber() throws Exception {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setTopic("t")
            .setPartition(0)
            .setOffset(1)
            .setTimestampMillis(2)
            .setValue(ByteBuffer.allocate(1000))
            .setReason(DeadLetterReason.OTHER)
            .setMessage("m")
            .setJob("j")
            .build();

    JsonNode json = new ObjectMapper().readTree(JsonLines.of(letter));

    assertThat(json.get("value").asText()).isEqualTo("00".repeat(64));
    assertThat(json.get("valueBytes").asInt()).isEqualTo(1000);
    assertThat(json.get("key").isNull()).isTrue();
  }

  @Test
  void showsWhatCouldNotBeDecodedWithTheReason() {
    KafkaRecord origin =
        new KafkaRecord(
            "dvs.events", 1, 7, 99, "cam0".getBytes(StandardCharsets.UTF_8), new byte[3]);
    RejectedRecordException problem =
        new RejectedRecordException(DeadLetterReason.BAD_FRAMING, "found 3 bytes");

    assertThat(JsonLines.of(new TopicRecord(origin, null, problem)))
        .isEqualTo(
            "{\"topic\":\"dvs.events\",\"partition\":1,\"offset\":7,\"timestampMillis\":99,"
                + "\"key\":\"cam0\",\"reason\":\"BAD_FRAMING\",\"message\":\"found 3 bytes\","
                + "\"valueBytes\":3}");
  }

  @Test
  void quotesWhatIsNoNumberInJson() {
    assertThat(JsonLines.of(new Feature(null, "s", "r", "n", 1L, Double.NaN)))
        .endsWith("\"value\":\"NaN\"}");
    assertThat(JsonLines.of(new Feature(null, "s", "r", "n", 1L, Double.NEGATIVE_INFINITY)))
        .endsWith("\"value\":\"-Infinity\"}");
  }

  @Property
  void isAlwaysOneLineOfJsonThatGivesTheValuesBack(
      @ForAll String stream, @ForAll long time, @ForAll double value) throws Exception {
    String line = JsonLines.of(new Feature(null, stream, "run", "rate", time, value));

    assertThat(line).doesNotContain("\n", "\r");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("time").asLong()).isEqualTo(time);
    assertThat(json.get("value").asDouble()).isEqualTo(value);
    assertThat(json.get("stream").asText()).isEqualTo(stream);
  }
}

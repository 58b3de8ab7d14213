package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Feature;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

class SchemaRegistryTest {
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private String url;

  @BeforeEach
  void startRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          int status = 200;
          String body =
              JsonNodeFactory.instance
                  .objectNode()
                  .put("schema", Feature.getClassSchema().toString())
                  .toString();
          if (path.endsWith("/404")) {
            status = 404;
            body = "{\"error_code\":40403}";
          } else if (path.endsWith("/500")) {
            status = 500;
          } else if (path.endsWith("/8")) {
            body = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message M {}\"}";
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    url = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stopRegistry() {
    server.stop(0);
  }

  private static byte[] confluent(int id, Feature feature) {
    byte[] single = new RecordCodec<>(Feature.class).encode(feature);
    byte[] avro = Arrays.copyOfRange(single, RecordCodec.HEADER_BYTES, single.length);
    return ByteBuffer.allocate(5 + avro.length).put((byte) 0).putInt(id).put(avro).array();
  }

  @Test
  void readsARecordInConfluentFraming() throws RejectedRecordException {
    Feature feature = new Feature(null, "cam0", "run", "rate", 5L, 1.5);
    AnyRecords records = new AnyRecords(SchemaRegistry.at(url));

    assertThat(records.decode(confluent(7, feature))).isEqualTo(feature);
  }

  @Test
  void asksForEachIdOnce() {
    SchemaRegistry registry = SchemaRegistry.at(url + "/");
    for (int i = 0; i < 3; i++) {
      assertThat(registry.apply(7)).isEqualTo(Feature.getClassSchema());
      assertThat(registry.apply(404)).isNull();
    }

    assertThat(asked).containsExactly("/schemas/ids/7", "/schemas/ids/404");
  }

  @Test
  void makesARecordOfAnUnknownIdARejectedOne() {
    RecordCodec<Feature> codec = new RecordCodec<>(Feature.class, SchemaRegistry.at(url));

    assertThatThrownBy(
            () -> codec.decode(confluent(404, new Feature(null, "s", "r", "n", 1L, 2.0))))
        .isInstanceOf(RejectedRecordException.class)
        .hasMessage("the registry has no schema with id 404");
  }

  @Test
  void tellsARegistryThatFailsFromASchemaThatIsMissing() {
    assertThatThrownBy(() -> SchemaRegistry.at(url).apply(500))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("/schemas/ids/500 answered with status 500");
    assertThatThrownBy(() -> SchemaRegistry.at(url).apply(8))
        .hasMessageContaining("a schema of type PROTOBUF, expected an Avro schema");
  }

  @Test
  void namesTheRegistryThatCannotBeReached() {
    server.stop(0);

    assertThatThrownBy(() -> SchemaRegistry.at(url, Duration.ofSeconds(2)).apply(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("the schema registry at " + url + " cannot be reached");
  }
}

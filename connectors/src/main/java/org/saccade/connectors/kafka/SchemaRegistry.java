package org.saccade.connectors.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Schemas by the ids of Confluent framing ({@code 00}, 4-byte id), from a registry that speaks
 * {@code GET {url}/schemas/ids/{id}}.
 *
 * <p>An id is asked for once, whether the registry has it or not; an answer is waited for 10
 * seconds. A registry that cannot be reached is an error, not a missing schema: nothing becomes a
 * dead letter because a service is down. Not thread-safe: one an operator.
 */
public final class SchemaRegistry implements IntFunction<Schema> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Forged ids must not fill the memory. */
  private static final int MAX_CACHED = 10_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final HttpClient http;
  private final Duration patience;
  private final Map<Integer, Optional<Schema>> known = new HashMap<>();

  private SchemaRegistry(String url, Duration patience) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.patience = patience;
    http = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  /** The registry at a URL such as {@code http://localhost:8081}. */
  public static SchemaRegistry at(String url) {
    return at(url, PATIENCE);
  }

  /** The registry at a URL, each answer of which is waited for so long. */
  public static SchemaRegistry at(String url, Duration patience) {
    return new SchemaRegistry(url, patience);
  }

  /**
   * The schema with an id; null where the registry has none.
   *
   * @throws RegistryException if the registry cannot be reached or answers otherwise
   */
  @Override
  public Schema apply(int id) {
    Optional<Schema> schema = known.get(id);
    if (schema == null) {
      schema = ask(id);
      if (known.size() == MAX_CACHED) {
        known.clear();
      }
      known.put(id, schema);
    }
    return schema.orElse(null);
  }

  private Optional<Schema> ask(int id) {
    URI address = URI.create(url + "/schemas/ids/" + Integer.toUnsignedString(id));
    HttpResponse<String> answer;
    try {
      answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .timeout(patience)
                  .header("Accept", "application/vnd.schemaregistry.v1+json, application/json")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new RegistryException(
          "the schema registry at "
              + url
              + " cannot be reached ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "): start it, or name another",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while waiting for the registry at " + url, e);
    }
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      throw new RegistryException(
          address + " answered with status " + answer.statusCode() + ", expected 200 or 404", null);
    }
    return Optional.of(parse(address, answer.body()));
  }

  private static Schema parse(URI address, String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      String type = answer.path("schemaType").asText("AVRO");
      if (!type.equals("AVRO") || !answer.path("schema").isTextual()) {
        throw new RegistryException(
            address + " gave a schema of type " + type + ", expected an Avro schema", null);
      }
      return new Schema.Parser().parse(answer.path("schema").asText());
    } catch (IOException | SchemaParseException e) {
      throw new RegistryException(address + " gave no readable Avro schema: " + e.getMessage(), e);
    }
  }
}

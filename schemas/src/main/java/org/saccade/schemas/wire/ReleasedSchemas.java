package org.saccade.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema that was ever released, by fingerprint.
 *
 * <p>The jar holds the schemas of each release as {@code released/RELEASE/NAME.avsc}, listed in
 * {@code released/index}: those that are new or changed, and what they refer to. A released file is
 * never changed.
 */
public final class ReleasedSchemas {
  private static final ReleasedSchemas ALL = load();

  private final Map<Long, Schema> byFingerprint = new HashMap<>();
  private final List<Schema> schemas = new ArrayList<>();

  private ReleasedSchemas() {}

  public static ReleasedSchemas all() {
    return ALL;
  }

  /** The schema with a CRC-64-AVRO fingerprint; null where no release had it. */
  public Schema byFingerprint(long fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  /** All schemas of all releases, each once, oldest release first. */
  public List<Schema> schemas() {
    return List.copyOf(schemas);
  }

  /** CRC-64-AVRO of the parsing canonical form: docs, defaults and aliases do not change it. */
  public static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }

  private void add(Schema schema) {
    if (byFingerprint.putIfAbsent(fingerprint(schema), schema) == null) {
      schemas.add(schema);
    }
  }

  private static ReleasedSchemas load() {
    ReleasedSchemas all = new ReleasedSchemas();
    Schema.Parser parser = null;
    String release = "";
    for (String line : text("released/index").lines().toList()) {
      String of = line.substring(0, line.indexOf('/'));
      if (parser == null || !of.equals(release)) {
        parser = new Schema.Parser();
        release = of;
      }
      all.add(parser.parse(text("released/" + line)));
    }
    return all;
  }

  private static String text(String name) {
    String path = "/org/saccade/schemas/" + name;
    try (InputStream in = ReleasedSchemas.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

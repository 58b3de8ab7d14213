package org.saccade.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The resolved configuration of one job. Immutable. */
public final class JobConfiguration {
  private static final String ENVIRONMENT = "SACCADE_";

  /** YAML 1.1 takes off and no for false; here they are the words that they are. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private final Map<String, String> values;

  private JobConfiguration(Map<String, String> values) {
    this.values = values;
  }

  /** All defaults. */
  public static JobConfiguration defaults() {
    return new JobConfiguration(Map.of());
  }

  /**
   * Reads file, environment and command line, the later the stronger.
   *
   * @param file YAML, nested or dotted keys; null: none
   * @param environment variables of the process
   * @param assignments {@code key=value} each
   * @throws ConfigurationException on a missing or malformed file, an unknown key, a bad value
   */
  public static JobConfiguration load(
      Path file, Map<String, String> environment, List<String> assignments) {
    Map<String, String> values = new TreeMap<>();
    if (file != null) {
      readFile(file, values);
    }
    readEnvironment(environment, values);
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new ConfigurationException("--set " + assignment + ": expected key=value");
      }
      put(
          values,
          assignment.substring(0, equals).trim(),
          assignment.substring(equals + 1),
          "--set");
    }
    return new JobConfiguration(values);
  }

  /** The same with more assignments, stronger than what is there. */
  public JobConfiguration with(Map<String, String> assignments) {
    Map<String, String> merged = new TreeMap<>(values);
    assignments.forEach((key, value) -> put(merged, key, value, "configuration"));
    return new JobConfiguration(merged);
  }

  public <T> T get(Setting<T> setting) {
    return setting.parse(values.getOrDefault(setting.key(), setting.defaultText()));
  }

  /** Whether somebody set it, to whatever value. */
  public boolean isSet(Setting<?> setting) {
    return values.containsKey(setting.key());
  }

  /** What stands under {@code kafka.properties.}, for Kafka's clients. */
  public Map<String, String> kafkaProperties() {
    return under("kafka.properties.");
  }

  /** What stands under {@code flink.}, for Flink. */
  public Map<String, String> flinkOptions() {
    return under("flink.");
  }

  /** Every value that somebody set, by key: what a job on a cluster is started with. */
  public Map<String, String> assignments() {
    return Map.copyOf(values);
  }

  private Map<String, String> under(String prefix) {
    Map<String, String> found = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  private static void readFile(Path file, Map<String, String> values) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new ConfigurationException(file + ": no such configuration file");
      }
      JsonNode root = YAML.readTree(file.toFile());
      if (root != null && !root.isMissingNode() && !root.isNull()) {
        if (!root.isObject()) {
          throw new ConfigurationException(file + ": expected keys and values");
        }
        flatten(file.toString(), "", root, values);
      }
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          file
              + ", line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ": not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new ConfigurationException(file + ": " + e.getMessage());
    }
  }

  private static void flatten(
      String source, String prefix, JsonNode node, Map<String, String> values) {
    node.properties()
        .forEach(
            field -> {
              String key = prefix + field.getKey();
              if (field.getValue().isObject()) {
                flatten(source, key + ".", field.getValue(), values);
              } else {
                put(values, key, scalars(field.getValue()), source);
              }
            });
  }

  /** The text of a value; a sequence is its values with commas between. */
  private static String scalars(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.asText()));
    return String.join(", ", texts);
  }

  private static void readEnvironment(Map<String, String> environment, Map<String, String> values) {
    Map<String, String> byVariable = new HashMap<>();
    Settings.all().forEach(s -> byVariable.put(s.environmentVariable(), s.key()));
    environment.forEach(
        (variable, value) -> {
          if (!variable.startsWith(ENVIRONMENT)) {
            return;
          }
          String key = byVariable.get(variable);
          if (key == null) {
            key =
                variable.substring(ENVIRONMENT.length()).toLowerCase(Locale.ROOT).replace('_', '.');
          }
          put(values, key, value, "environment variable " + variable);
        });
  }

  private static void put(Map<String, String> values, String key, String value, String source) {
    for (String prefix : Settings.PASSED_THROUGH) {
      if (key.startsWith(prefix) && key.length() > prefix.length()) {
        values.put(key, value);
        return;
      }
    }
    for (Setting<?> setting : Settings.all()) {
      if (setting.key().equals(key)) {
        var unused = setting.parse(value);
        values.put(key, value);
        return;
      }
    }
    throw new ConfigurationException(
        source + ": unknown key " + key + "; the nearest known one is " + NearestName.to(key));
  }
}

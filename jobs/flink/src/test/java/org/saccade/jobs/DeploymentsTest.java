package org.saccade.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies under {@code deploy/} names jobs, topics and files that are there. */
class DeploymentsTest {
  private static final Path DEPLOY = Path.of("..", "..", "deploy");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static List<JsonNode> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      return all.readAll();
    }
  }

  private static String job(List<JsonNode> documents) {
    return documents.stream()
        .filter(d -> d.path("kind").asText().equals("FlinkDeployment"))
        .map(d -> d.at("/spec/job/args/0").asText())
        .reduce("", String::concat);
  }

  @Test
  void kubernetesResourcesRunJobsThatAreThereUnderTheirNames() throws IOException {
    List<String> jobs = new ArrayList<>();
    try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes"))) {
      for (Path file : files.sorted().toList()) {
        List<JsonNode> documents = documents(file);
        String job = job(documents);
        assertThat(Jobs.named(job)).as("%s: job '%s'", file, job).isPresent();
        jobs.add(job);
        for (JsonNode document : documents) {
          String name = document.at("/metadata/name").asText();
          assertThat(name).as("%s", file).isIn("saccade-" + job, "saccade-state");
          if (document.path("kind").asText().equals("FlinkDeployment")) {
            assertThat(document.at("/spec/podTemplate/spec/volumes/1/configMap/name").asText())
                .isEqualTo("saccade-" + job);
          }
        }
      }
    }
    assertThat(jobs).contains("events", "microsaccades", "drift", "neural", "spikepoint").doesNotHaveDuplicates();
  }

  @Test
  void composeStartsJobsThatAreThereAndMakesTheirTopics() throws IOException {
    JsonNode compose = documents(DEPLOY.resolve("compose").resolve("compose.yaml")).get(0);
    List<String> jobs = new ArrayList<>();
    String made = compose.at("/services/topics/command/2").asText();
    compose
        .get("services")
        .forEach(
            service -> {
              if (service.at("/command/0").asText().equals("standalone-job")) {
                jobs.add(service.at("/command/3").asText());
              }
            });
    assertThat(jobs).contains("events", "microsaccades", "drift", "neural", "spikepoint").doesNotHaveDuplicates();
    for (String name : jobs) {
      Job job = Jobs.named(name).orElseThrow();
      job.topics().forEach(topic -> assertThat(made).contains(" " + topic.defaultName()));
    }
  }
}

package org.saccade.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobConfigurationTest {
  @TempDir Path folder;

  private Path yaml(String text) throws IOException {
    return Files.writeString(folder.resolve("c.yaml"), text);
  }

  @Test
  void everySettingHasADefaultOfItsOwnType() {
    for (Setting<?> setting : Settings.all()) {
      assertThat(setting.parse(setting.defaultText())).as(setting.key()).isNotNull();
    }
  }

  @Test
  void theCommandLineIsStrongerThanTheEnvironmentAndThatThanTheFile() throws IOException {
    Path file = yaml("stream:\n  reorder:\n    packets: 1\n    millis: 1\nkafka.group: a\n");
    JobConfiguration configuration =
        JobConfiguration.load(
            file,
            Map.of("SACCADE_STREAM_REORDER_PACKETS", "2", "SACCADE_KAFKA_GROUP", "b", "HOME", "x"),
            List.of("stream.reorder.packets=3"));
    assertThat(configuration.get(Settings.REORDER_PACKETS)).isEqualTo(3);
    assertThat(configuration.get(Settings.GROUP)).isEqualTo("b");
    assertThat(configuration.get(Settings.REORDER_MILLIS)).isEqualTo(1);
    assertThat(configuration.get(Settings.CLOCK_RESET_MILLIS)).isEqualTo(1000);
  }

  @Test
  void anUnknownKeyIsAnErrorThatNamesTheNearestKnownOne() {
    assertThatThrownBy(
            () -> JobConfiguration.load(null, Map.of(), List.of("stream.reorder.packet=3")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown key stream.reorder.packet")
        .hasMessageContaining("nearest known one is stream.reorder.packets");
    assertThatThrownBy(
            () -> JobConfiguration.load(null, Map.of("SACCADE_KAFKA_GRUOP", "x"), List.of()))
        .hasMessageContaining("SACCADE_KAFKA_GRUOP")
        .hasMessageContaining("kafka.group");
  }

  @Test
  void aValueOfTheWrongTypeNamesKeyValueAndType() {
    assertThatThrownBy(
            () -> JobConfiguration.load(null, Map.of(), List.of("stream.reorder.packets=many")))
        .hasMessage(
            "configuration: stream.reorder.packets=many must be a whole number from 0 to 4096");
    assertThatThrownBy(
            () -> JobConfiguration.load(null, Map.of(), List.of("events.background=nine")))
        .hasMessageContaining("one of eight-neighbours, ");
  }

  @Test
  void aWordThatYamlTakesForABooleanIsTheWordThatItIs() throws IOException {
    JobConfiguration configuration =
        JobConfiguration.load(
            yaml("events.refractory: off\njob.bounded: true\n"), Map.of(), List.of());
    assertThat(configuration.get(EventSettings.REFRACTORY)).isEqualTo("off");
    assertThat(configuration.get(Settings.BOUNDED)).isTrue();
  }

  @Test
  void kafkaAndFlinkPropertiesPassThrough() {
    JobConfiguration configuration =
        JobConfiguration.load(
            null,
            Map.of("SACCADE_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL"),
            List.of("kafka.bootstrap.servers=b:1", "flink.rest.port=0"));
    assertThat(configuration.kafkaProperties()).containsEntry("security.protocol", "SSL");
    assertThat(configuration.get(Settings.BOOTSTRAP_SERVERS)).isEqualTo("b:1");
    assertThat(configuration.flinkOptions()).containsEntry("rest.port", "0");
  }

  @Test
  void aMissingOrMalformedFileIsOneLine() throws IOException {
    Path missing = folder.resolve("none.yaml");
    assertThatThrownBy(() -> JobConfiguration.load(missing, Map.of(), List.of()))
        .hasMessage(missing + ": no such configuration file");
    Path malformed = yaml("kafka: [\n");
    assertThatThrownBy(() -> JobConfiguration.load(malformed, Map.of(), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("c.yaml, line ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theReferenceFileIsWhatTheSettingsSay() throws IOException {
    Path reference = Path.of("..", "..", "deploy", "saccade.yaml");
    assertThat(Files.readString(reference)).isEqualTo(ReferenceFile.render());
  }

  @Test
  void theReferenceFileLoadsAsTheDefaults() throws IOException {
    JobConfiguration configuration =
        JobConfiguration.load(yaml(ReferenceFile.render()), Map.of(), List.of());
    for (Setting<?> setting : Settings.all()) {
      assertThat((Object) configuration.get(setting))
          .as(setting.key())
          .isEqualTo(JobConfiguration.defaults().get(setting));
    }
  }
}

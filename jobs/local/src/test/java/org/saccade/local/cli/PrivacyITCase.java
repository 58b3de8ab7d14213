package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.kafka.TopicReader;
import org.saccade.connectors.kafka.TopicRecord;
import org.saccade.local.broker.SharedBroker;

/** What a header says of the patient and the recording is on no topic and in nothing printed. */
class PrivacyITCase {
  private static final String PREFIX = "private.";
  private static final List<String> IDENTIFIERS = List.of("Haagse", "P-77", "MAY-1951", "EMG561");

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir Path folder;

  private static String said(String... args) {
    Told told =
        Told.by(
            Stream.of(
                    Stream.of(args),
                    Stream.of("--bootstrap", BROKER.connection().bootstrapServers()),
                    Stream.of("--set", "topics.prefix=" + PREFIX))
                .flatMap(s -> s)
                .toArray(String[]::new));
    assertThat(told.status()).as(told.err()).isZero();
    return told.out() + told.err();
  }

  @Test
  void identifiersOfAHeaderReachNoTopicNoDeadLetterAndNoLog() throws IOException {
    String file = Files.write(folder.resolve("night.edf"), TwoRates.bytes()).toString();
    // The search finds what it looks for where it is.
    assertThat(new String(TwoRates.bytes(), StandardCharsets.ISO_8859_1)).contains(IDENTIFIERS);
    StringBuilder all = new StringBuilder();
    all.append(said("topics", "--create", "--partitions=1"));
    String topic = PREFIX + "neuro.samples";
    all.append(said("replay", file, "--topic=" + topic, "--speed=max", "--session=a"));
    // A second session of the same name: its packets are of use to nobody.
    all.append(said("replay", file, "--topic=" + topic, "--speed=max", "--session=a"));
    all.append(said("run", "neural", "--set", "job.bounded=true"));
    all.append(said("run", "microsaccades", "--set", "job.bounded=true"));
    all.append(Told.by("info", file).out()).append(Told.by("info", file, "--json").out());
    long records = 0;
    for (String name :
        List.of("neuro.samples", "markers", "features", "stream-health", "dead-letters")) {
      try (TopicReader reader = TopicReader.open(BROKER.connection(), PREFIX + name, true)) {
        while (!reader.atEnd()) {
          for (TopicRecord record : reader.poll(Duration.ofMillis(500))) {
            all.append(new String(record.origin().value(), StandardCharsets.ISO_8859_1));
            records++;
          }
        }
      }
    }
    assertThat(records).isGreaterThan(8);
    assertThat(all.toString()).contains("blink, left").doesNotContain(IDENTIFIERS);
  }
}

package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code info} and {@code cat} over an EDF+D file with two rates, texts and a gap. */
class NeuralCommandsTest {
  @TempDir Path folder;
  private String file;

  /** Records at 0.25 s and 5.25 s: three samples of Cz (0.5 uV a stored unit), one of Temp. */
  @BeforeEach
  void recording() throws IOException {
    StringBuilder head = new StringBuilder();
    field(head, 8, "0");
    field(head, 80, "P-77 F 02-MAY-1951 Haagse_Harry");
    field(head, 80, "Startdate 02-MAR-2002 EMG561 BK/JOP Sony");
    field(head, 8, "02.03.02", "14.15.16", "1024");
    field(head, 44, "EDF+D");
    field(head, 8, "2", "1");
    field(head, 4, "3");
    field(head, 16, "EEG Cz", "Temp", "EDF Annotations");
    field(head, 80, "", "", "");
    field(head, 8, "uV", "degC", "", "-500", "-100", "-1", "500", "100", "1");
    field(head, 8, "-1000", "-1000", "-32768", "1000", "1000", "32767");
    field(head, 80, "", "", "");
    field(head, 8, "3", "1", "20");
    field(head, 32, "", "", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    record(out, "+0.25\24\24\0", 1, 2, 3, 365);
    record(out, "+5.25\24\24\0+5.5\0250.5\24blink, left\24\0", 4, 5, 6, 370);
    file = Files.write(folder.resolve("night.rec"), out.toByteArray()).toString();
  }

  private static void field(StringBuilder head, int length, String... texts) {
    for (String text : texts) {
      head.append(text).append(" ".repeat(length - text.length()));
    }
  }

  private static void record(ByteArrayOutputStream out, String texts, int... samples) {
    for (int sample : samples) {
      out.write(sample);
      out.write(sample >> 8);
    }
    byte[] padded = new byte[40];
    byte[] utf8 = texts.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, padded, 0, utf8.length);
    out.writeBytes(padded);
  }

  @Test
  void aSignalIsShownWithItsGap() {
    Told told = Told.by("cat", file, "--signal", "EEG Cz");
    assertThat(told.status()).isZero();
    assertThat(told.outLines())
        .containsExactly(
            "sample,t,EEG Cz",
            "0,0,0.5",
            "1,333333,1.0",
            "2,666667,1.5",
            "3,5000000,2.0",
            "4,5333333,2.5",
            "5,5666667,3.0");
    assertThat(Told.by("cat", file, "--signal", "1").outLines())
        .containsExactly("sample,t,Temp", "0,0,36.5", "1,5000000,37.0");
  }

  @Test
  void signalsOfSeveralRatesMustBeChosenFrom() {
    Told told = Told.by("cat", file);
    assertThat(told.status()).isEqualTo(2);
    assertThat(told.err()).contains("--signal: 0 EEG Cz (3 Hz), 1 Temp (1 Hz)");
    assertThat(told.out()).isEmpty();
  }

  @Test
  void textsAreMarkers() {
    assertThat(Told.by("cat", file, "--items", "markers").outLines())
        .containsExactly("t,duration,text", "5250000,500000,\"blink, left\"");
  }

  @Test
  void infoTellsEverySignalWithItsRate() throws IOException {
    JsonNode info = new ObjectMapper().readTree(Told.by("info", "--json", file).out());
    assertThat(info.get("format").asText()).isEqualTo("edf");
    assertThat(info.get("stretches").asInt()).isEqualTo(2);
    assertThat(info.get("markers").asInt()).isEqualTo(1);
    assertThat(info.get("epochMicros").asLong()).isEqualTo(1_015_078_516_250_000L);
    assertThat(info.get("channels").get(1).get("rateNumerator").asInt()).isEqualTo(1);
    assertThat(info.get("channels").get(1).get("samples").asInt()).isEqualTo(2);
    assertThat(Told.by("info", file).out()).containsPattern("channel +Temp TEMPERATURE in degC");
  }

  @Test
  void thePatientIsToldOnlyWhenAskedFor() {
    for (String[] args :
        new String[][] {
          {"info", file},
          {"info", "--json", file},
          {"cat", file, "--signal", "0", "--format", "jsonl"},
          {"cat", file, "--items", "markers"},
          {"cat", file}
        }) {
      Told told = Told.by(args);
      assertThat(told.out() + told.err())
          .doesNotContain("Harry")
          .doesNotContain("P-77")
          .doesNotContain("EMG561");
    }
    assertThat(Told.by("info", "--keep-identifiers", file).out()).contains("Haagse_Harry");
  }
}

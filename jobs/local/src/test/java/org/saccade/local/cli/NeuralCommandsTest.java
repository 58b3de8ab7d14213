package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  @BeforeEach
  void recording() throws IOException {
    file = Files.write(folder.resolve("night.rec"), TwoRates.bytes()).toString();
  }

  @Test
  void aFileOfTwoRatesIsConvertedWithItsGapItsTextsAndWithoutThePatient() throws IOException {
    Path out = folder.resolve("out.bdf");
    Told told = Told.by("convert", file, out.toString());
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).contains("8 samples of 2 channels, 1 markers");
    for (String signal : new String[] {"EEG Cz", "Temp"}) {
      assertThat(Told.by("cat", out.toString(), "--signal", signal).outLines())
          .isEqualTo(Told.by("cat", file, "--signal", signal).outLines());
    }
    assertThat(Told.by("cat", out.toString(), "--items", "markers").outLines())
        .isEqualTo(Told.by("cat", file, "--items", "markers").outLines());
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
        .contains("BDF+D")
        .doesNotContain("Haagse", "P-77", "EMG561");
  }

  @Test
  void aFormatOfOneRateNeedsTheSignal() throws IOException {
    Path out = folder.resolve("out.csv");
    Told refused = Told.by("convert", file, out.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("signals of 2 rates", "--signal");
    Told told = Told.by("convert", file, out.toString(), "--signal", "Temp");
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(Files.readString(out)).contains("# rate 1/1", "# marker 5250000,500000,blink, left");
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

  /** Two recordings of one subject, one sidecar for both. */
  private Path dataset() throws IOException {
    Path root = folder.resolve("set");
    Path eeg = Files.createDirectories(root.resolve("sub-01/eeg"));
    Files.writeString(root.resolve("dataset_description.json"), "{}");
    Files.writeString(root.resolve("channels.tsv"), "name\ttype\tunits\nTemp\tMISC\tn/a\n");
    Files.write(eeg.resolve("sub-01_task-a_eeg.edf"), TwoRates.bytes());
    Files.write(eeg.resolve("sub-01_task-b_eeg.edf"), TwoRates.bytes());
    return root;
  }

  @Test
  void aFolderInBidsLayoutIsItsRecordings() throws IOException {
    Path root = dataset();
    Told info = Told.by("info", root.toString());
    assertThat(info.status()).as(info.err()).isZero();
    assertThat(info.out())
        .contains("sub-01_task-a_eeg.edf", "sub-01_task-b_eeg.edf")
        .containsPattern("channel +Temp OTHER in degC");
    Told cat = Told.by("cat", root.toString(), "--signal", "0");
    assertThat(cat.status()).isEqualTo(2);
    assertThat(cat.err()).contains("holds 2 recordings; name one of them, such as ");
    Files.delete(root.resolve("sub-01/eeg/sub-01_task-b_eeg.edf"));
    assertThat(Told.by("cat", root.toString(), "--signal", "0").outLines())
        .isEqualTo(Told.by("cat", file, "--signal", "0").outLines());
    Path out = folder.resolve("out.edf");
    assertThat(Told.by("convert", root.toString(), out.toString()).status()).isZero();
  }

  @Test
  void aBrokenSidecarIsOneLineWithItsName() throws IOException {
    Path table = dataset().resolve("channels.tsv");
    Files.writeString(table, "name\ttype\nTemp\n");
    Told told = Told.by("info", folder.resolve("set").toString());
    assertThat(told.status()).isEqualTo(2);
    assertThat(told.err().lines())
        .hasSize(2)
        .allMatch(l -> l.endsWith("channels.tsv: line 2: has 1 fields, its first line 2"));
  }
}

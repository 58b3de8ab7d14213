package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.local.RandomModels;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.schemas.batch.EventBatch;

/** The spikepoint job over files, and how often its model is right. */
class SpikePointCommandsITCase {
  private static final Preprocessing WINDOWS =
      new Preprocessing(40_000, 20_000, 0, 20, 0, 0, 64, 48, Preprocessing.Polarity.BOTH);

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void write() throws IOException {
    model =
        RandomModels.write(
            folder.resolve("model.safetensors"), WINDOWS, List.of("left", "right"), 3);
  }

  /** An edge that goes to one side for 0.1 s. */
  private static void recording(Path file, boolean left) throws IOException {
    EventBatch batch = new EventBatch(1000);
    for (int i = 0; i < 1000; i++) {
      int x = i * 64 / 1000;
      batch.add(100L * i, left ? 63 - x : x, i * 7 % 48, i & 1);
    }
    Files.createDirectories(file.getParent());
    try (OutputStream to = Files.newOutputStream(file);
        EventWriter writer =
            EventFormats.named("evt2")
                .orElseThrow()
                .writer(to, RecordingHeader.of("evt2", 64, 48), WriteOptions.DEFAULT)) {
      writer.write(batch);
    }
  }

  private static Told good(String... args) {
    Told told = Told.by(args);
    assertThat(told.status()).as(told.err()).isZero();
    return told;
  }

  @Test
  void aRecordingIsClassifiedWindowByWindowIntoAFile() throws Exception {
    Path file = folder.resolve("cam.raw");
    recording(file, true);
    Path out = folder.resolve("out.jsonl");
    good(
        "run",
        "spikepoint",
        "--input=" + file,
        "--output=" + out,
        "--set=spikepoint.model=" + model,
        "--set=spikepoint.votes=true");
    List<JsonNode> said = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.has("scores")) {
        said.add(node);
      }
    }
    // From 0 to 40 ms; those behind it are moved by a part of a step; the vote.
    assertThat(said).hasSizeBetween(5, 6);
    assertThat(said.get(0).at("/provenance/start").asLong()).isZero();
    assertThat(said.get(0).at("/provenance/end").asLong()).isEqualTo(40_000);
    assertThat(said.get(0).get("count").asInt()).isEqualTo(400);
    assertThat(said.get(0).get("scores")).hasSize(2);
    assertThat(said.get(said.size() - 1).at("/provenance/operator").asText())
        .isEqualTo("spikepoint-votes");
  }

  @Test
  void withoutAModelItSaysWhatToSet() throws Exception {
    Path file = folder.resolve("cam.raw");
    recording(file, true);
    Told none = Told.by("run", "spikepoint", "--input=" + file, "--output=-");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("spikepoint.model is not set");
    Told other =
        Told.by(
            "run", "spikepoint", "--input=" + file, "--output=-", "--set=spikepoint.model=" + file);
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("spikepoint.model", "cam.raw", "no safetensors file");
  }

  @Test
  void evalTakesThePartThatTheDataKeepToTestOn() throws Exception {
    recording(folder.resolve("data/train/left/0.raw"), true);
    recording(folder.resolve("data/train/right/0.raw"), false);
    recording(folder.resolve("data/test/right/0.raw"), false);
    String[] eval = {
      "eval", "spikepoint", "--model=" + model, "--data=" + folder.resolve("data"), "--json"
    };
    assertThat(clips(eval)).isEqualTo(3);
    assertThat(clips(with(eval, "--part=test"))).isEqualTo(1);
    assertThat(clips(with(eval, "--part=train"))).isEqualTo(2);
    eval[3] = "--data=" + folder.resolve("data/train");
    Told none = Told.by(with(eval, "--part=test"));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("have no split of their own").hasLineCount(1);
  }

  private static String[] with(String[] args, String more) {
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = more;
    return all;
  }

  private static int clips(String... args) throws IOException {
    return new ObjectMapper().readTree(good(args).out()).get("clips").asInt();
  }

  @Test
  void evalCountsTheVotesOfLabelledFolders() throws Exception {
    for (int i = 0; i < 3; i++) {
      recording(folder.resolve("data/left/" + i + ".raw"), true);
      recording(folder.resolve("data/right/" + i + ".raw"), false);
    }
    recording(folder.resolve("data/up/0.raw"), true);
    Told told =
        good(
            "eval", "spikepoint", "--model=" + model, "--data=" + folder.resolve("data"), "--json");
    JsonNode found = new ObjectMapper().readTree(told.out());
    assertThat(told.err()).contains("1 clips labelled [up] are left out");
    assertThat(found.get("clips").asInt()).isEqualTo(6);
    assertThat(found.get("skipped").asInt()).isEqualTo(1);
    assertThat(found.get("windows").asInt()).isEqualTo(6 * 4);
    assertThat(found.get("meanSteps").asDouble()).isEqualTo(6);
    assertThat(found.get("windowsPerSecond").asDouble()).isPositive();
    int right = 0;
    int all = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int count = found.get("confusion").get(i).get(j).asInt();
        all += count;
        right += i == j ? count : 0;
      }
    }
    assertThat(all).isEqualTo(6);
    assertThat(found.get("accuracy").asDouble()).isEqualTo(right / 6.0);
    assertThat(found.get("calibrationError").asDouble()).isBetween(0.0, 1.0);
    JsonNode fewer =
        new ObjectMapper()
            .readTree(
                good(
                        "eval",
                        "spikepoint",
                        "--model=" + model,
                        "--data=" + folder.resolve("data"),
                        "--steps=2",
                        "--json")
                    .out());
    assertThat(fewer.get("meanSteps").asDouble()).isEqualTo(2);
  }
}

package org.saccade.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.training.Shapes;

class TrainSpikePointTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return TrainSpikePoint.execute(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String[] small(Path data, String... more) {
    return Stream.concat(
            Stream.of(
                ("--data DATA --output OUT --window 100000 --least-events 20 --crop 0,0,32,32"
                        + " --points 32 --centroids 8 --neighbours 4 --steps 2 --widths 4,6,8,10"
                        + " --votes 2 --epochs 2 --batch 4")
                    .replace("DATA", data.toString())
                    .replace("OUT", folder.resolve("shapes.safetensors").toString())
                    .split(" ")),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** Three classes of six recordings in N-MNIST's format. */
  private Path recordings() throws IOException {
    Path data = folder.resolve("data");
    String[] names = {"lying", "standing", "ring"};
    for (int label = 0; label < names.length; label++) {
      Path of = Files.createDirectories(data.resolve(names[label]));
      for (int i = 0; i < 6; i++) {
        Files.write(of.resolve(i + ".bin"), bytes(Shapes.events(label, 10 * label + i)));
      }
    }
    return data;
  }

  private static byte[] bytes(EventBatch events) {
    byte[] bytes = new byte[5 * events.size()];
    for (int i = 0; i < events.size(); i++) {
      bytes[5 * i] = (byte) events.x(i);
      bytes[5 * i + 1] = (byte) events.y(i);
      bytes[5 * i + 2] = (byte) (events.p(i) << 7 | events.t(i) >> 16);
      bytes[5 * i + 3] = (byte) (events.t(i) >> 8);
      bytes[5 * i + 4] = (byte) events.t(i);
    }
    return bytes;
  }

  @Test
  void crossValidatesTrainsAndWritesAModelThatTheOperatorReads() throws Exception {
    assertThat(run(small(recordings(), "--folds", "3", "--seed", "4"))).as(err.toString()).isZero();
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(said)
        .contains("18 clips of 18 subjects, 3 classes, 18 windows")
        .contains("fold 3 of 3: epoch 2 of 2, loss ")
        .contains("3 folds: accuracy ")
        .contains(" of 18 windows, ")
        .contains("temperature ");
    SpikePointModel model =
        SpikePointModel.of(Safetensors.read(folder.resolve("shapes.safetensors")));
    assertThat(model.labels()).isEqualTo(List.of("lying", "ring", "standing"));
    assertThat(model.parameters().code()).isEqualTo(InputCode.DIRECT);
    assertThat(model.preprocessing().windowMicros()).isEqualTo(100_000);
    assertThat(folder.resolve("shapes.svg")).content().startsWith("<svg").contains("polyline");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("data", "shapes.safetensors", "shapes.svg");
    }
    byte[] first = Files.readAllBytes(folder.resolve("shapes.safetensors"));
    assertThat(run(small(folder.resolve("data"), "--folds", "3", "--seed", "4"))).isZero();
    assertThat(folder.resolve("shapes.safetensors")).hasBinaryContent(first);
  }

  @Test
  void whatTheDataKeepToTestOnIsInNoFoldAndAClassMayBeLeftOut() throws Exception {
    Path data = recordings();
    Path test = Files.createDirectories(folder.resolve("both/test"));
    for (String name : List.of("lying", "ring", "standing")) {
      Path of = Files.createDirectories(test.resolve(name));
      Files.move(data.resolve(name).resolve("5.bin"), of.resolve("5.bin"));
    }
    Files.move(data, folder.resolve("both/train"));
    Path both = folder.resolve("both");
    assertThat(run(small(both, "--folds", "2", "--without", "ring"))).as(err.toString()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("12 clips of 12 subjects, 2 classes")
        .contains("2 folds: accuracy ")
        .contains(" of 10 windows, ")
        .containsPattern("held out: accuracy [0-9.]+ of 2 windows");
    assertThat(run(small(both, "--without", "triangle"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("class \"triangle\" to leave out");
  }

  @Test
  void whatCannotBeTrainedOnIsSaidInOneLine() throws Exception {
    assertThat(run(small(folder.resolve("nowhere")))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("nowhere: is no folder")
        .hasLineCount(1);
    err.reset();
    assertThat(run(small(recordings(), "--centroids", "33"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    err.reset();
    assertThat(run(small(recordings(), "--rate", "7"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("rate=7.0 must be between 0 and 1");
  }
}

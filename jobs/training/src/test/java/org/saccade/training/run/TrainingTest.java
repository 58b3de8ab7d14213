package org.saccade.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.training.Shapes;
import org.saccade.training.data.Window;
import org.saccade.training.network.PyTorch;
import org.saccade.training.network.Through;
import org.saccade.training.network.Weights;

class TrainingTest {
  @BeforeAll
  static void start() {
    PyTorch.start(1);
  }

  @ParameterizedTest
  @EnumSource(Through.class)
  void learnsToTellShapesApartThatItHasNotSeen(Through through) {
    Training training = new Training(Shapes.plan(12, through), Shapes.windows(24, 1));
    while (!training.isDone()) {
      training.epoch(List.of());
    }
    List<Epoch> epochs = training.epochs();
    assertThat(epochs.get(11).loss()).isLessThan(0.9 * epochs.get(0).loss());
    // A third by chance: half of 120 are guessed once in 10,000 times.
    assertThat(training.scoring().of(Shapes.windows(40, 2), 1).accuracy()).isGreaterThan(0.5);
  }

  @Test
  void goesOnFromACheckpointToTheSameBits(@TempDir Path folder) throws Exception {
    List<Window> windows = Shapes.windows(8, 1);
    Training whole = new Training(Shapes.plan(4, Through.TIME), windows);
    Checkpoint checkpoint = new Checkpoint(folder.resolve("model.checkpoint"));
    for (int i = 0; i < 4; i++) {
      whole.epoch(windows.subList(0, 6));
      if (i == 1) {
        checkpoint.write(whole, windows);
      }
    }
    Training resumed = new Training(Shapes.plan(4, Through.TIME), windows);
    checkpoint.restore(resumed, windows);
    assertThat(resumed.epochs()).hasSize(2);
    while (!resumed.isDone()) {
      resumed.epoch(windows.subList(0, 6));
    }
    assertThat(resumed.epochs()).isEqualTo(whole.epochs());
    for (int i = 0; i < whole.learner().weights().entries().size(); i++) {
      Weights.Entry entry = whole.learner().weights().entries().get(i);
      assertThat(resumed.learner().weights().entries().get(i).values())
          .as(entry.name())
          .isEqualTo(entry.values());
    }
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused(@TempDir Path folder) throws Exception {
    List<Window> windows = Shapes.windows(4, 1);
    Checkpoint checkpoint = new Checkpoint(folder.resolve("model.checkpoint"));
    checkpoint.write(new Training(Shapes.plan(4, Through.TIME), windows), windows);
    assertThatThrownBy(
            () -> checkpoint.restore(new Training(Shapes.plan(5, Through.TIME), windows), windows))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("another training, plan=")
        .hasMessageContaining("--restart");
    List<Window> others = Shapes.windows(4, 2);
    assertThatThrownBy(
            () -> checkpoint.restore(new Training(Shapes.plan(4, Through.TIME), others), others))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("windows=");
  }
}

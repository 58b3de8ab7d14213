package org.saccade.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.Split;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.training.data.Window;
import org.saccade.training.data.Windows;

/**
 * The model in the repository, on a hundred of the recordings that it was trained on: it is fed and
 * run as it was when it was trained. What it makes of others is the figure of the folds in {@code
 * test-data/models/README.md}.
 */
class DigitsModelTest {
  private static final Path MODEL = Path.of("../../test-data/models/digits.safetensors");

  @Test
  void tellsDigitsApart() throws Exception {
    SpikePointModel model = SpikePointModel.of(Safetensors.read(MODEL));
    assertThat(model.labels()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    Path data = Path.of(System.getProperty("saccade.recordings", "")).resolve("nmnist");
    if (!Files.isDirectory(data)) {
      System.out.println("DigitsModelTest: " + data + " is absent, its recordings go untested");
      return;
    }
    LabelledData labelled = LabelledData.read(data);
    Split split = Split.random(labelled.set(), 0.1, 1);
    List<Window> windows =
        Windows.read(split.test(), model.preprocessing(), ReadOptions.DEFAULT).of(split.test());
    SpikePoint operator = new SpikePoint(model);
    int right = 0;
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int found = operator.classify(window.events(), SplitMix.at(3, i), EarlyExit.NEVER);
      right += found == window.label() ? 1 : 0;
    }
    System.out.println("DigitsModelTest: " + right + " of " + windows.size() + " right");
    assertThat(right).isGreaterThan(windows.size() * 94 / 100);
  }
}

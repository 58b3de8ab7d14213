package org.saccade.operators.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.operators.joint.LayerTraining.Examples;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;

class LayerTrainingTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  /**
   * Anomalies are where a and b are odd together; c is often odd and means nothing, and so is one
   * of a and b alone.
   */
  private static Examples series(long seed) {
    SplitMix random = new SplitMix(seed);
    double[][] x = new double[1000][9];
    boolean[] labels = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < 9; k++) {
        x[i][k] = 0.2 * random.nextDouble();
      }
      int what = random.nextInt(20);
      labels[i] = what == 0;
      x[i][0] += what == 0 || what == 1 ? 0.5 : 0;
      x[i][3] += what == 0 || what == 2 ? 0.5 : 0;
      x[i][6] += random.nextInt(3) == 0 ? 0.8 : 0;
    }
    return new Examples(x, labels);
  }

  private static LayerTraining.Result trained() {
    return LayerTraining.trainAndHoldOut(NAMES, List.of(series(1), series(2), series(3)), 5);
  }

  @Test
  void learnsWhatGoesTogetherAndWhatMeansNothing() {
    LayerTraining.Result result = trained();
    assertThat(result.heldOut().averagePrecision()).isGreaterThan(0.95);
    Examples other = series(77);
    int right = 0;
    for (int i = 0; i < other.labels().length; i++) {
      right += result.layer().score(other.x()[i]) >= 0.5 == other.labels()[i] ? 1 : 0;
    }
    assertThat(right).as("of 1000 by a threshold of one half").isGreaterThan(980);
    double[] greatest = new double[other.labels().length];
    for (int i = 0; i < greatest.length; i++) {
      greatest[i] = Math.max(other.x()[i][0], Math.max(other.x()[i][3], other.x()[i][6]));
    }
    assertThat(HeldOut.of(greatest, other.labels()).averagePrecision())
        .as("the greatest score")
        .isLessThan(0.3);
  }

  @Test
  void theSameSeedGivesTheSameFile() {
    assertThat(trained().layer().toBytes()).isEqualTo(trained().layer().toBytes());
  }

  @Test
  void isReadBackAsItWasWritten(@TempDir Path folder) throws Exception {
    TrainedLayer layer = trained().layer();
    Path file = Files.write(folder.resolve("joint.safetensors"), layer.toBytes());
    TrainedLayer read = TrainedLayer.read(file);
    assertThat(read.dimensions()).isEqualTo(NAMES);
    for (double[] x : series(9).x()) {
      assertThat(read.score(x)).isEqualTo(layer.score(x));
    }
  }

  @Test
  void aFileThatIsNoLayerIsRefusedWithWhatIsWrong(@TempDir Path folder) throws Exception {
    Safetensors good = Safetensors.parse(trained().layer().toBytes());
    var tensors = new java.util.LinkedHashMap<>(good.tensors());
    tensors.remove("hidden.weight");
    assertThatThrownBy(() -> TrainedLayer.of(new Safetensors(good.metadata(), tensors)))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("tensor hidden.weight: missing");
    assertThatThrownBy(() -> TrainedLayer.of(new Safetensors(java.util.Map.of(), tensors)))
        .hasMessageContaining("no joint layer");
    Path text = Files.writeString(folder.resolve("x"), "no model at all");
    assertThatThrownBy(() -> TrainedLayer.read(text)).hasMessageContaining(text.toString());
  }

  @Test
  void labelsOfOneKindTeachNothing() {
    Examples none = new Examples(series(1).x(), new boolean[1000]);
    assertThatThrownBy(() -> LayerTraining.train(NAMES, List.of(none), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000 records");
  }

  /** Scores 4 3 2 1 with labels 1 0 1 0: precision 1 at recall ½, then 2/3 at recall 1. */
  @Test
  void averagePrecisionAndTheBestThresholdByHand() {
    HeldOut found = HeldOut.of(new double[] {4, 3, 2, 1}, new boolean[] {true, false, true, false});
    assertThat(found.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    assertThat(found.f1()).isCloseTo(0.8, within(1e-12));
    assertThat(found.logit()).isEqualTo(1.5);
    List<Examples> one = new ArrayList<>(List.of(series(4)));
    assertThat(HeldOut.of(NAMES, one, 1).averagePrecision()).isGreaterThan(0.9);
  }
}

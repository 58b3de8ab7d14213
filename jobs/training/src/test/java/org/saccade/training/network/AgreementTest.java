package org.saccade.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.spikepoint.Confidence;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.ModelMetadata;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.training.Shapes;
import org.saccade.training.data.Augmentation;
import org.saccade.training.data.Batches;
import org.saccade.training.data.Window;

/** PyTorch's forward pass is the operator's. */
class AgreementTest {
  @BeforeAll
  static void start() {
    PyTorch.start(1);
  }

  @ParameterizedTest
  @EnumSource(InputCode.class)
  void theFileOfATrainedNetworkScoresAsTheNetworkDid(InputCode code) throws Exception {
    SpikePointParameters parameters = Shapes.parameters(6, code);
    List<Window> windows = Shapes.windows(4, 3);
    long[] seeds = new long[windows.size()];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = SplitMix.at(99, i);
    }
    Batch batch =
        new Batches(parameters, Shapes.PREPROCESSING).of(windows, seeds, Augmentation.NONE);
    Learner learner =
        new Learner(parameters, Through.TIME, 2, Loss.MSE, Weights.initial(parameters, 5), 0.01);
    // Some updates, so that running means, shifts and w are not what they began with.
    for (int i = 0; i < 10; i++) {
      learner.learn(batch, 0.02);
    }
    float[][] expected = learner.scores(batch);
    byte[] file =
        SpikePointModel.file(
                new ModelMetadata(
                    parameters,
                    Shapes.PREPROCESSING,
                    List.of("lying", "standing", "ring"),
                    new Confidence(0.1)),
                learner.weights().tensors())
            .toBytes();
    SpikePoint operator = new SpikePoint(SpikePointModel.of(Safetensors.parse(file)));
    int spoke = 0;
    for (int i = 0; i < seeds.length; i++) {
      operator.classify(windows.get(i).events(), seeds[i], EarlyExit.NEVER);
      for (int c = 0; c < 3; c++) {
        assertThat(operator.score(c)).isCloseTo(expected[i][c], within(1e-5));
        spoke += expected[i][c] > 0 && expected[i][c] < 1 ? 1 : 0;
      }
    }
    assertThat(spoke).isGreaterThan(10);
  }

  @Test
  void gradientsWithinAStepAloneAreOthersThanThroughTime() {
    SpikePointParameters parameters = Shapes.parameters(4, InputCode.POISSON);
    List<Window> windows = Shapes.windows(4, 3);
    Batch batch =
        new Batches(parameters, Shapes.PREPROCESSING)
            .of(windows, new long[windows.size()], Augmentation.NONE);
    float[] first = null;
    for (Through through : Through.values()) {
      Learner learner =
          new Learner(parameters, through, 2, Loss.MSE, Weights.initial(parameters, 5), 0);
      learner.learn(batch, 0.01);
      float[] weights = learner.weights().entries().get(0).values().clone();
      assertThat(weights).isNotEqualTo(Weights.initial(parameters, 5).entries().get(0).values());
      if (first != null) {
        assertThat(weights).isNotEqualTo(first);
      }
      first = weights;
    }
  }
}

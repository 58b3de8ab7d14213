package org.saccade.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.neural.NeuralParameters;
import org.saccade.operators.signal.chain.FilterParameters;
import org.saccade.operators.signal.chain.GainStepParameters;
import org.saccade.operators.signal.chain.ReferenceParameters;
import org.saccade.operators.signal.chain.ResampleStepParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.feature.NamedBand;
import org.saccade.operators.signal.watch.WatchParameters;

class NeuralStagesTest {
  private static NeuralParameters of(String... assignments) {
    return NeuralStages.of(JobConfiguration.load(null, Map.of(), List.of(assignments)));
  }

  @Test
  void byDefaultSamplesAreFilteredReferencedAndDescribedByFiveBands() {
    assertThat(of()).isEqualTo(NeuralParameters.DEFAULTS);
  }

  @Test
  void everyKeyReachesItsStepAndTheChainSaysTheOrder() {
    NeuralParameters all =
        of(
            "neural.channels=Cz, Pz,A1",
            "neural.flat.seconds=1",
            "neural.flat.microvolts=0.1",
            "neural.noisy.ratio=9",
            "neural.noisy.seconds=4",
            "neural.gain.jump.ratio=2",
            "neural.gain.jump.seconds=20",
            "neural.bad-channels=keep",
            "neural.chain=gain,reference,filter,resample",
            "neural.resample=128",
            "neural.high-pass=1.5",
            "neural.high-pass.order=4",
            "neural.low-pass=40",
            "neural.low-pass.order=3",
            "neural.notch=16.7",
            "neural.notch.quality=20",
            "neural.bridge.millis=100",
            "neural.reference=named",
            "neural.reference.channels=A1",
            "neural.gain=together",
            "neural.gain.target=50",
            "neural.gain.leak=0.2",
            "neural.gain.seconds=3",
            "neural.features=both",
            "neural.features.channels=Cz",
            "neural.features.most=7",
            "neural.features.scale=power",
            "neural.bands=mu=9-11",
            "neural.hjorth=true",
            "neural.window.seconds=4",
            "neural.step.seconds=0.5",
            "neural.segment.seconds=2");
    assertThat(all.channels()).containsExactly("Cz", "Pz", "A1");
    assertThat(all.watch()).isEqualTo(new WatchParameters(1, 0.1, 9, 4, 2, 20, false));
    assertThat(all.chain())
        .containsExactly(
            new GainStepParameters(true, 0.2, 50, 3),
            new ReferenceParameters(ReferenceParameters.To.NAMED, List.of("A1")),
            new FilterParameters(1.5, 4, 40, 3, List.of(16.7), 20, 0.1),
            new ResampleStepParameters(128));
    assertThat(all.features())
        .isEqualTo(
            new FeatureParameters(
                FeatureParameters.Of.BOTH,
                List.of("Cz"),
                List.of(new NamedBand("mu", 9, 11)),
                true,
                4,
                0.5,
                2,
                false,
                7));
  }

  @Test
  void whatIsOffIsNotThere() {
    NeuralParameters nothing =
        of(
            "neural.high-pass=off",
            "neural.notch=off",
            "neural.reference=off",
            "neural.features=off");
    assertThat(nothing.chain()).isEmpty();
    assertThat(nothing.features().isEmpty()).isTrue();
    assertThat(of("neural.chain=reference", "neural.resample=100").chain())
        .containsExactly(new ReferenceParameters(ReferenceParameters.To.AVERAGE, List.of()));
    assertThat(of("neural.reference=bipolar", "neural.reference.channels=C3,C4").chain())
        .contains(new ReferenceParameters(ReferenceParameters.To.BIPOLAR, List.of("C3", "C4")));
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedWithItsKey() {
    for (String[] wrong :
        new String[][] {
          {"neural.high-pass=50", "neural.low-pass=40", "neural.high-pass: highPassHz=50.0"},
          {"neural.noisy.ratio=0.5", "", "neural.noisy.ratio: noisyRatio=0.5"},
          {"neural.notch=50;60", "", "neural.notch"},
          {"neural.notch=-50", "", "hz=-50.0"},
          {"neural.low-pass=0", "", "neural.low-pass=0 must be off or a frequency"},
          {"neural.reference=named", "", "no channels are named"},
          {"neural.reference=bipolar", "neural.reference.channels=C3", "one name"},
          {"neural.bands=alpha=13-8", "", "neural.bands: band from lowHz=13.0"},
          {"neural.bands=alpha", "", "NAME=LOW-HIGH"},
          {"neural.segment.seconds=3", "", "segmentSeconds=3.0 must be 0.01 to 2.0"},
          {"neural.resample=12345678912", "", "neural.resample"},
        }) {
      assertThatThrownBy(() -> of(wrong[0], wrong[1].isEmpty() ? "neural.gain=off" : wrong[1]))
          .as(wrong[0])
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(wrong[2]);
    }
  }
}

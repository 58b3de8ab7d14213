package org.saccade.operators.neural;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.saccade.operators.signal.chain.FilterParameters;
import org.saccade.operators.signal.chain.ReferenceParameters;
import org.saccade.operators.signal.chain.SignalChain;
import org.saccade.operators.signal.chain.StepParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.watch.WatchParameters;

/**
 * How a signal is cleaned and described.
 *
 * @param channels that are used; none: those that {@link NeuralChannels} chooses
 * @param watch what is told of the channels, and which are left out
 * @param chain steps of cleaning, in order, at most one of a kind
 * @param features what is told
 * @param epochs which epochs around markers; null: none
 */
public record NeuralParameters(
    List<String> channels,
    WatchParameters watch,
    List<StepParameters> chain,
    FeatureParameters features,
    EpochWindow epochs)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Filter, average reference, averages of five bands. */
  public static final NeuralParameters DEFAULTS =
      new NeuralParameters(
          List.of(),
          WatchParameters.DEFAULTS,
          List.of(
              FilterParameters.DEFAULTS,
              new ReferenceParameters(ReferenceParameters.To.AVERAGE, List.of())),
          FeatureParameters.DEFAULTS);

  public NeuralParameters {
    channels = List.copyOf(channels);
    chain = List.copyOf(chain);
    SignalChain.requireOnce(chain);
  }

  /** Without epochs. */
  public NeuralParameters(
      List<String> channels,
      WatchParameters watch,
      List<StepParameters> chain,
      FeatureParameters features) {
    this(channels, watch, chain, features, null);
  }

  /** All that the outputs depend on, as text. */
  String text() {
    return "channels="
        + channels
        + ";"
        + watch.text()
        + ";"
        + chain.stream().map(StepParameters::text).collect(Collectors.joining(";"))
        + ";"
        + features.text()
        + (epochs == null ? "" : ";" + epochs.text());
  }
}

package org.saccade.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.NeuralSettings;
import org.saccade.jobs.config.Setting;
import org.saccade.operators.neural.EpochWindow;
import org.saccade.operators.neural.NeuralParameters;
import org.saccade.operators.signal.chain.FilterParameters;
import org.saccade.operators.signal.chain.GainStepParameters;
import org.saccade.operators.signal.chain.ReferenceParameters;
import org.saccade.operators.signal.chain.ResampleStepParameters;
import org.saccade.operators.signal.chain.StepParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.feature.NamedBand;
import org.saccade.operators.signal.watch.WatchParameters;

/** What is done with a signal, as a configuration says: a row a step. */
final class NeuralStages {
  private static final String OFF = "off";

  /** Steps by their names in the chain; a step that is off is null. */
  private static final Map<String, Function<JobConfiguration, StepParameters>> STEPS =
      Map.of(
          "resample", NeuralStages::resample,
          "filter", NeuralStages::filter,
          "reference", NeuralStages::reference,
          "gain", NeuralStages::gain);

  private NeuralStages() {}

  /**
   * @throws ConfigurationException if numbers do not go together
   */
  static NeuralParameters of(JobConfiguration configuration) {
    List<StepParameters> chain = new ArrayList<>();
    for (String name : configuration.get(NeuralSettings.CHAIN)) {
      StepParameters step = STEPS.get(name).apply(configuration);
      if (step != null) {
        chain.add(step);
      }
    }
    return new NeuralParameters(
        list(configuration.get(NeuralSettings.CHANNELS)),
        watch(configuration),
        chain,
        features(configuration),
        epochs(configuration));
  }

  private static WatchParameters watch(JobConfiguration c) {
    return made(
        NeuralSettings.NOISY_RATIO,
        () ->
            new WatchParameters(
                c.get(NeuralSettings.FLAT_SECONDS),
                c.get(NeuralSettings.FLAT_MICROVOLTS),
                c.get(NeuralSettings.NOISY_RATIO),
                c.get(NeuralSettings.NOISY_SECONDS),
                c.get(NeuralSettings.GAIN_RATIO),
                c.get(NeuralSettings.GAIN_JUMP_SECONDS),
                c.get(NeuralSettings.BAD_CHANNELS).equals("leave-out")));
  }

  private static StepParameters resample(JobConfiguration c) {
    String hz = c.get(NeuralSettings.RESAMPLE);
    return hz.equals(OFF)
        ? null
        : made(NeuralSettings.RESAMPLE, () -> new ResampleStepParameters(Double.parseDouble(hz)));
  }

  private static StepParameters filter(JobConfiguration c) {
    FilterParameters filter =
        made(
            NeuralSettings.HIGH_PASS,
            () ->
                new FilterParameters(
                    hz(c.get(NeuralSettings.HIGH_PASS)),
                    c.get(NeuralSettings.HIGH_PASS_ORDER).intValue(),
                    hz(c.get(NeuralSettings.LOW_PASS)),
                    c.get(NeuralSettings.LOW_PASS_ORDER).intValue(),
                    notches(c),
                    c.get(NeuralSettings.NOTCH_QUALITY),
                    c.get(NeuralSettings.BRIDGE) / 1000));
    return filter.isEmpty() ? null : filter;
  }

  private static double hz(String value) {
    return value.equals(OFF) ? 0 : Double.parseDouble(value);
  }

  private static List<Double> notches(JobConfiguration c) {
    String notches = c.get(NeuralSettings.NOTCH);
    return notches.equals(OFF)
        ? List.of()
        : made(
            NeuralSettings.NOTCH, () -> list(notches).stream().map(Double::parseDouble).toList());
  }

  private static StepParameters reference(JobConfiguration c) {
    String reference = c.get(NeuralSettings.REFERENCE);
    return reference.equals(OFF)
        ? null
        : made(
            NeuralSettings.REFERENCE_CHANNELS,
            () ->
                new ReferenceParameters(
                    StageSettings.constant(ReferenceParameters.To.class, reference),
                    list(c.get(NeuralSettings.REFERENCE_CHANNELS))));
  }

  private static StepParameters gain(JobConfiguration c) {
    String gain = c.get(NeuralSettings.GAIN);
    return gain.equals(OFF)
        ? null
        : new GainStepParameters(
            gain.equals("together"),
            c.get(NeuralSettings.GAIN_LEAK),
            c.get(NeuralSettings.GAIN_TARGET),
            c.get(NeuralSettings.GAIN_SECONDS));
  }

  private static FeatureParameters features(JobConfiguration c) {
    String of = c.get(NeuralSettings.FEATURES_OF);
    boolean none = of.equals(OFF);
    String bands = c.get(NeuralSettings.BANDS);
    List<NamedBand> parsed =
        none || bands.equals(OFF)
            ? List.of()
            : made(NeuralSettings.BANDS, () -> list(bands).stream().map(NamedBand::parse).toList());
    return made(
        NeuralSettings.SEGMENT,
        () ->
            new FeatureParameters(
                none
                    ? FeatureParameters.Of.AVERAGE
                    : StageSettings.constant(FeatureParameters.Of.class, of),
                list(c.get(NeuralSettings.FEATURES_CHANNELS)),
                parsed,
                !none && c.get(NeuralSettings.HJORTH),
                c.get(NeuralSettings.WINDOW),
                c.get(NeuralSettings.STEP),
                c.get(NeuralSettings.SEGMENT),
                c.get(NeuralSettings.SCALE).equals("decibel"),
                c.get(NeuralSettings.FEATURES_MOST).intValue()));
  }

  private static EpochWindow epochs(JobConfiguration c) {
    String of = c.get(NeuralSettings.EPOCHS);
    return of.equals(OFF)
        ? null
        : made(
            NeuralSettings.EPOCHS,
            () ->
                new EpochWindow(
                    of.equals("all") ? List.of() : list(of),
                    c.get(NeuralSettings.EPOCHS_FROM),
                    c.get(NeuralSettings.EPOCHS_TO),
                    c.get(NeuralSettings.EPOCHS_BASELINE).equals("mean"),
                    c.get(NeuralSettings.EPOCHS_BASELINE_FROM),
                    c.get(NeuralSettings.EPOCHS_BASELINE_TO),
                    c.get(NeuralSettings.EPOCHS_REJECT),
                    c.get(NeuralSettings.EPOCHS_FLAT),
                    c.get(NeuralSettings.EPOCHS_STEP),
                    c.get(NeuralSettings.EPOCHS_LATE)));
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private static <T> T made(Setting<?> key, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("configuration: " + key.key() + ": " + e.getMessage());
    }
  }
}

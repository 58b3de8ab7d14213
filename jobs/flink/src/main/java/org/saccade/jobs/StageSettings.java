package org.saccade.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.EventSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Setting;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.stage.StageParameters;

/** The chain of stages that a configuration says: a row a stage. */
final class StageSettings {
  private static final String OFF = "off";

  /**
   * @param name of the stage in {@code events.chain}
   * @param variant the stage's own key
   * @param make the stage's parameters, where that is not off
   */
  private record Row(
      String name, Setting<String> variant, Function<JobConfiguration, StageParameters> make) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "refractory",
              EventSettings.REFRACTORY,
              c ->
                  new RefractoryParameters(
                      constant(Refractory.class, c.get(EventSettings.REFRACTORY)),
                      c.get(EventSettings.REFRACTORY_MICROS))),
          new Row(
              "background",
              EventSettings.BACKGROUND,
              c ->
                  new BackgroundActivityParameters(
                      constant(BackgroundActivity.class, c.get(EventSettings.BACKGROUND)),
                      c.get(EventSettings.BACKGROUND_MICROS))));

  private StageSettings() {}

  static List<StageParameters> chain(JobConfiguration configuration) {
    List<String> order = configuration.get(EventSettings.CHAIN);
    List<StageParameters> chain = new ArrayList<>();
    for (String name : order) {
      Row row = ROWS.stream().filter(r -> r.name.equals(name)).findFirst().orElseThrow();
      if (!configuration.get(row.variant).equals(OFF)) {
        chain.add(row.make.apply(configuration));
      }
    }
    for (Row row : ROWS) {
      if (!order.contains(row.name)
          && configuration.isSet(row.variant)
          && !configuration.get(row.variant).equals(OFF)) {
        throw new ConfigurationException(
            String.format(
                "configuration: %s=%s, but %s does not name %s",
                row.variant.key(),
                configuration.get(row.variant),
                EventSettings.CHAIN.key(),
                row.name));
      }
    }
    RateParameters rates =
        new RateParameters(1000 * configuration.get(EventSettings.FEATURE_MILLIS));
    switch (configuration.get(EventSettings.RATES)) {
      case "before-filters" -> chain.add(0, rates);
      case "after-filters" -> chain.add(rates);
      default -> {
        // No rates.
      }
    }
    return chain;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String choice) {
    return Enum.valueOf(type, choice.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

package org.saccade.jobs;

import java.time.Duration;
import java.util.Locale;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.events.EventStreamParameters;
import org.saccade.operators.events.RatePlace;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.Refractory;

/** The keyed operator's parameters, from the configuration. */
final class EventStreamSettings {
  /** Longer than anything runs: what the operator takes for never. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private EventStreamSettings() {}

  static EventStreamParameters of(JobConfiguration configuration) {
    long expireHours = configuration.get(Settings.EXPIRE_HOURS);
    return EventStreamParameters.DEFAULTS
        .withReorder(
            configuration.get(Settings.REORDER_PACKETS).intValue(),
            1000 * configuration.get(Settings.REORDER_MILLIS))
        .withClockReset(1000 * configuration.get(Settings.CLOCK_RESET_MILLIS))
        .withRefractory(
            Refractory.valueOf(constant(configuration.get(Settings.REFRACTORY))),
            configuration.get(Settings.REFRACTORY_MICROS))
        .withBackgroundActivity(
            BackgroundActivity.valueOf(constant(configuration.get(Settings.BACKGROUND))),
            configuration.get(Settings.BACKGROUND_MICROS))
        .withRate(
            RatePlace.valueOf(constant(configuration.get(Settings.RATES))),
            1000 * configuration.get(Settings.FEATURE_MILLIS))
        .withKeeping(
            configuration.get(Settings.CACHE_MEBIBYTES) << 20,
            expireHours == 0 ? NEVER : Duration.ofHours(expireHours),
            Duration.ofSeconds(configuration.get(Settings.IDLE_SECONDS)));
  }

  private static String constant(String choice) {
    return choice.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}

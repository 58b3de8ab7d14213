package org.saccade.jobs;

import java.time.Duration;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.events.EventStreamParameters;
import org.saccade.operators.sequence.SequenceBounds;

/** The keyed operator's parameters, from the configuration. */
final class EventStreamSettings {
  private EventStreamSettings() {}

  static EventStreamParameters of(JobConfiguration configuration) {
    return new EventStreamParameters(
        new SequenceBounds(
            configuration.get(Settings.REORDER_PACKETS).intValue(),
            1000 * configuration.get(Settings.REORDER_MILLIS),
            1000 * configuration.get(Settings.CLOCK_RESET_MILLIS)),
        StageSettings.chain(configuration),
        configuration.get(Settings.CACHE_MEBIBYTES) << 20,
        Expiry.of(configuration),
        Duration.ofSeconds(configuration.get(Settings.IDLE_SECONDS)));
  }
}

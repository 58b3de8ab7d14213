package org.saccade.jobs;

import java.time.Duration;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.samples.SampleStreamParameters;

/** Bounds of keyed streams of samples, from the configuration. */
final class SampleStreamSettings {
  private SampleStreamSettings() {}

  static SampleStreamParameters of(JobConfiguration configuration) {
    return new SampleStreamParameters(
        configuration.get(Settings.REORDER_PACKETS).intValue(),
        1000 * configuration.get(Settings.REORDER_MILLIS),
        1000 * configuration.get(Settings.CLOCK_RESET_MILLIS),
        configuration.get(Settings.CACHE_MEBIBYTES) << 20,
        Expiry.of(configuration),
        Duration.ofSeconds(configuration.get(Settings.IDLE_SECONDS)));
  }
}

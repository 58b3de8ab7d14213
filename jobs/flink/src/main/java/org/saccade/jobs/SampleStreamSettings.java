package org.saccade.jobs;

import java.time.Duration;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.samples.SampleStreamParameters;

/** Bounds of keyed streams of samples, from the configuration. */
final class SampleStreamSettings {
  /** Longer than anything runs: what the operator takes for never. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private SampleStreamSettings() {}

  static SampleStreamParameters of(JobConfiguration configuration) {
    long expireHours = configuration.get(Settings.EXPIRE_HOURS);
    return new SampleStreamParameters(
        configuration.get(Settings.REORDER_PACKETS).intValue(),
        1000 * configuration.get(Settings.REORDER_MILLIS),
        1000 * configuration.get(Settings.CLOCK_RESET_MILLIS),
        configuration.get(Settings.CACHE_MEBIBYTES) << 20,
        expireHours == 0 ? NEVER : Duration.ofHours(expireHours),
        Duration.ofSeconds(configuration.get(Settings.IDLE_SECONDS)));
  }
}

package org.saccade.jobs;

import java.time.Duration;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;

/**
 * After what time a key that sends nothing is closed and forgotten: {@code stream.expire.hours}.
 */
final class Expiry {
  /** Longer than anything runs: what operators take for never. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private Expiry() {}

  static Duration of(JobConfiguration configuration) {
    long hours = configuration.get(Settings.EXPIRE_HOURS);
    return hours == 0 ? NEVER : Duration.ofHours(hours);
  }
}

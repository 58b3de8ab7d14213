package org.saccade.jobs;

import java.time.Duration;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.events.EventStreamParameters;

/** The keyed operator's parameters, from the configuration. */
final class EventStreamSettings {
  private EventStreamSettings() {}

  static EventStreamParameters of(JobConfiguration configuration) {
    return EventStreamParameters.DEFAULTS;
  }
}

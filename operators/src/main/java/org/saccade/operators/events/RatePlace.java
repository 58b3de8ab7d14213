package org.saccade.operators.events;

/** Where in the chain the rate meter stands. */
public enum RatePlace {
  /** No rates. */
  OFF,
  /** Before the filters: the rate of what the sensor sent, less what was out of frame. */
  BEFORE_FILTERS,
  /** After the filters: the rate of what was kept. */
  AFTER_FILTERS
}

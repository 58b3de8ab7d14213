package org.saccade.operators.filter;

/** From which event of a pixel the refractory period is counted. */
public enum Refractory {
  /** No filter: every event passes. */
  OFF,
  /** From the pixel's last event, kept or not (as tonic does): a pixel that fires on stays shut. */
  LAST_EVENT,
  /** From the pixel's last kept event, as a neuron does: a pixel that fires on is thinned out. */
  LAST_KEPT
}

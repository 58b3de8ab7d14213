package org.saccade.operators.filter;

/** From which event of a pixel the refractory period is counted. */
public enum Refractory {
  /**
   * From the pixel's last event, kept or not (as tonic does): a pixel that fires on stays shut.
   * Before its first event a pixel counts as having fired at minus one period, so a first event is
   * kept from sensor time 1 on.
   */
  LAST_EVENT,
  /**
   * From the pixel's last kept event, as a neuron does: a pixel that fires on is thinned out. The
   * first event of a pixel is kept.
   */
  LAST_KEPT
}

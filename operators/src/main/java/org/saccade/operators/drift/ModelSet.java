package org.saccade.operators.drift;

import org.saccade.operators.htm.HtmParameters;

/** The sequence memories to choose from. */
public enum ModelSet {
  /** 2048 columns of 32 cells that see values only: about 5 MB a series. */
  VALUES(HtmParameters.VALUES),
  /** 512 columns of 8 cells that see values only, for high rates and many series. */
  SMALL(HtmParameters.SMALL_VALUES),
  /** Numenta's set: 2048 x 32, value and time of day. */
  NUMENTA(HtmParameters.NUMENTA),
  /** NumentaTM's set: 2048 x 32, value and time of day. */
  NUMENTA_TM(HtmParameters.NUMENTA_TM);

  private final HtmParameters parameters;

  ModelSet(HtmParameters parameters) {
    this.parameters = parameters;
  }

  public HtmParameters parameters() {
    return parameters;
  }
}

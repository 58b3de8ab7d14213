package org.saccade.operators.state;

/** Why a key's state comes to its end. */
public enum Ending {
  /** The input is bounded and has been read. */
  END_OF_INPUT,
  /** The key sent nothing for the configured time of the machine's clock. */
  EXPIRED
}

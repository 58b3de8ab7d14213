package org.saccade.operators.sequential;

/** What a sequential test says after a sample. */
public enum Decision {
  /** Not enough evidence yet. */
  CONTINUE,
  /** The null hypothesis is accepted: nothing has changed. */
  NULL,
  /** The alternative is accepted: something has changed. */
  ALTERNATIVE
}

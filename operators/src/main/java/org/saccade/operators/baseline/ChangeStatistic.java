package org.saccade.operators.baseline;

/** Evidence that a series has changed. */
public interface ChangeStatistic {
  /**
   * One sample, finite.
   *
   * @return the evidence, the more the likelier; 0 while there is too little to say
   */
  double step(double x);

  /** Forgets everything: the next sample is the first. */
  void reset();
}

package org.saccade.operators.sequential;

/** What a test does at its lower barrier. After the alternative every form begins anew. */
public enum Restart {
  /** Says so and goes on from where it is, ever lower: the published hybrid's companion code. */
  AFTER_ALTERNATIVE,
  /** Says so and begins anew: Wald's test repeated. */
  AT_BOTH,
  /** The lower barrier is 0, where the walk stays until it rises: Page's CUSUM. */
  REFLECT
}

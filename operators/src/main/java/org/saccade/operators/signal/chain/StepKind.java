package org.saccade.operators.signal.chain;

/**
 * The steps that there are, a row each. The number says which pages in state are a step's: it stays
 * from release to release, and is never used again.
 */
public enum StepKind {
  RESAMPLE(1),
  FILTER(2),
  REFERENCE(3),
  GAIN(4);

  private final int number;

  StepKind(int number) {
    this.number = number;
  }

  /** 1 to 10: those beyond are for what stands behind a chain. */
  int number() {
    return number;
  }
}

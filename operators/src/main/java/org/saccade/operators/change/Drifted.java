package org.saccade.operators.change;

/** Kinds of change, in the order of their evidence. */
public enum Drifted {
  LEVEL_UP,
  LEVEL_DOWN,
  SPREAD_UP,
  SPREAD_DOWN,
  MEMORY_UP,
  MEMORY_DOWN,
  SURPRISE;

  private static final Drifted[] ALL = values();

  static Drifted of(int kind) {
    return ALL[kind];
  }
}

package org.saccade.operators.stage;

import java.io.Serializable;

/**
 * What a stage is made by: a record of checked numbers. A list of them is a chain.
 *
 * <p>Another stage is a record of this kind, a row in {@link StageKind} and its model.
 */
public interface StageParameters extends Serializable {
  /** Longest time that a filter looks back: an hour, microseconds. */
  long MAX_MICROS = 3_600_000_000L;

  StageKind kind();

  /**
   * All that its output depends on, as text: part of the digest of the configuration, so it never
   * changes from release to release.
   */
  String text();

  /** Whether its stage puts out events beside those that go on. */
  default boolean givesSideEvents() {
    return false;
  }

  /** A model that has not seen anything yet. */
  EventStage stage();

  /**
   * @throws IllegalArgumentException unless min ≤ value ≤ max, naming all of them
   */
  static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }
}

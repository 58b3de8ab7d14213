package org.saccade.operators.signal.chain;

import java.io.Serializable;

/** What a step is made by: a record of checked numbers. A list of them is a chain. */
public interface StepParameters extends Serializable {
  StepKind kind();

  /**
   * All that its output depends on, as text: part of the digest of the configuration, so it never
   * changes from release to release.
   */
  String text();

  /**
   * A step that has not seen anything yet.
   *
   * @throws IllegalArgumentException if the parameters do not go with the shape
   */
  SignalStep step(SignalShape in);
}

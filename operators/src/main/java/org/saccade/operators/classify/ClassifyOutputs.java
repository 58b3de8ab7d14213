package org.saccade.operators.classify;

import org.saccade.schemas.Classification;

/** Where answers go. */
interface ClassifyOutputs {
  /** A packet was decoded to so many events. */
  void decoded(int events);

  void answer(Classification classification);

  /** Where a stream's windows are classified. */
  WindowsInWork work();
}

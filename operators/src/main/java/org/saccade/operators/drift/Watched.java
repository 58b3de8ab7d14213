package org.saccade.operators.drift;

import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

/** What is kept of a key: one series, or the series of a stream that are watched together. */
interface Watched extends Paged {
  /**
   * Takes the key's next value.
   *
   * @param commands that are kept for it and others
   */
  void offer(FeatureSample sample, List<ControlCommand> commands);

  /** Gives what is open. */
  void end(Ending why);
}

package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param every n: of n events the first is kept, 1 to 10^9
 */
public record DecimationParameters(long every) implements StageParameters {
  public DecimationParameters {
    StageParameters.check("every", every, 1, 1_000_000_000L);
  }

  @Override
  public StageKind kind() {
    return StageKind.DECIMATION;
  }

  @Override
  public String text() {
    return "" + every;
  }

  @Override
  public EventStage stage() {
    return new DecimationFilter(this);
  }
}

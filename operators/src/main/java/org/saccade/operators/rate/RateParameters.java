package org.saccade.operators.rate;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param windowMicros T, length of a window, 1 to 10^12 microseconds of sensor time
 */
public record RateParameters(long windowMicros) implements StageParameters {
  public RateParameters {
    StageParameters.check("windowMicros", windowMicros, 1, 1_000_000_000_000L);
  }

  @Override
  public StageKind kind() {
    return StageKind.RATES;
  }

  @Override
  public String text() {
    return "" + windowMicros;
  }

  @Override
  public EventStage stage() {
    return new RateMeter(this);
  }
}

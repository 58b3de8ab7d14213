package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param keeps true to keep what flickers and drop the rest, false to drop what flickers
 * @param minimumHz lower end of the band, 1 to maximumHz
 * @param maximumHz upper end of the band, at most 100,000
 * @param periods in the band, one after the other, that make a pixel flicker, 1 to 100
 */
public record FlickerParameters(boolean keeps, int minimumHz, int maximumHz, int periods)
    implements StageParameters {

  public FlickerParameters {
    StageParameters.check("maximumHz", maximumHz, 1, 100_000);
    StageParameters.check("minimumHz", minimumHz, 1, maximumHz);
    StageParameters.check("periods", periods, 1, 100);
  }

  @Override
  public StageKind kind() {
    return StageKind.FLICKER;
  }

  @Override
  public String text() {
    return (keeps ? "keep," : "remove,") + minimumHz + "," + maximumHz + "," + periods;
  }

  @Override
  public EventStage stage() {
    return new FlickerFilter(this);
  }
}

package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param radius of the neighbourhood: 1 for 3x3, 2 for 5x5 pixels
 * @param self whether the pixel's own last event counts with its neighbours'
 * @param support k, how many must have fired: 1 to the number of pixels that count
 * @param dtMicros how recently, 1 to {@link #MAX_MICROS}
 * @param samePolarity whether only events of the same polarity count
 */
public record CorrelationParameters(
    int radius, boolean self, int support, long dtMicros, boolean samePolarity)
    implements StageParameters {

  public CorrelationParameters {
    StageParameters.check("radius", radius, 1, 2);
    int side = 2 * radius + 1;
    StageParameters.check("support", support, 1, side * side - (self ? 0 : 1));
    StageParameters.check("dtMicros", dtMicros, 1, MAX_MICROS);
  }

  @Override
  public StageKind kind() {
    return StageKind.CORRELATION;
  }

  @Override
  public String text() {
    return radius + "," + self + "," + support + "," + dtMicros + "," + samePolarity;
  }

  @Override
  public EventStage stage() {
    return new CorrelationFilter(this);
  }
}

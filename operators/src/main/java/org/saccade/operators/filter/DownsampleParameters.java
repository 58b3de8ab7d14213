package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param factor columns and rows that become one, 1 to 64
 */
public record DownsampleParameters(int factor) implements StageParameters {
  public DownsampleParameters {
    StageParameters.check("factor", factor, 1, 64);
  }

  @Override
  public StageKind kind() {
    return StageKind.DOWNSAMPLE;
  }

  @Override
  public String text() {
    return "" + factor;
  }

  @Override
  public EventStage stage() {
    return new DownsampleFilter(this);
  }
}

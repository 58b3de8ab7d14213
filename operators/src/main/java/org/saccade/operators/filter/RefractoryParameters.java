package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param variant from which event the period is counted
 * @param periodMicros T, 1 to {@link #MAX_MICROS}
 */
public record RefractoryParameters(Refractory variant, long periodMicros)
    implements StageParameters {

  public RefractoryParameters {
    Objects.requireNonNull(variant, "variant");
    StageParameters.check("periodMicros", periodMicros, 1, MAX_MICROS);
  }

  @Override
  public StageKind kind() {
    return StageKind.REFRACTORY;
  }

  @Override
  public String text() {
    return variant + "," + periodMicros;
  }

  @Override
  public EventStage stage() {
    return new RefractoryFilter(this);
  }
}

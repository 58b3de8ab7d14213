package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param variant which events of a burst are kept
 * @param withinMicros T, what close in time means, 1 to {@link #MAX_MICROS}
 */
public record TrailParameters(Trail variant, long withinMicros) implements StageParameters {
  public TrailParameters {
    Objects.requireNonNull(variant, "variant");
    StageParameters.check("withinMicros", withinMicros, 1, MAX_MICROS);
  }

  @Override
  public StageKind kind() {
    return StageKind.TRAIL;
  }

  @Override
  public String text() {
    return variant + "," + withinMicros;
  }

  @Override
  public EventStage stage() {
    return new TrailFilter(this);
  }
}

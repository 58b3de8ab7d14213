package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param variant which neighbours support an event
 * @param dtMicros for how long, 1 to {@link #MAX_MICROS}
 */
public record BackgroundActivityParameters(BackgroundActivity variant, long dtMicros)
    implements StageParameters {

  public BackgroundActivityParameters {
    Objects.requireNonNull(variant, "variant");
    StageParameters.check("dtMicros", dtMicros, 1, MAX_MICROS);
  }

  @Override
  public StageKind kind() {
    return StageKind.BACKGROUND;
  }

  @Override
  public String text() {
    return variant + "," + dtMicros;
  }

  @Override
  public EventStage stage() {
    return new BackgroundActivityFilter(this);
  }
}

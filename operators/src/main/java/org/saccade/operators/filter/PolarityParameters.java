package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param variant what becomes of an event by its polarity
 */
public record PolarityParameters(Polarity variant) implements StageParameters {
  public PolarityParameters {
    Objects.requireNonNull(variant, "variant");
  }

  @Override
  public StageKind kind() {
    return StageKind.POLARITY;
  }

  @Override
  public String text() {
    return variant.name();
  }

  @Override
  public EventStage stage() {
    return new PolarityFilter(this);
  }
}

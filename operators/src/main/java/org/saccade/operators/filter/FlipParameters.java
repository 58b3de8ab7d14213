package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param variant how the frame is turned over
 */
public record FlipParameters(Flip variant) implements StageParameters {
  public FlipParameters {
    Objects.requireNonNull(variant, "variant");
  }

  @Override
  public StageKind kind() {
    return StageKind.FLIP;
  }

  @Override
  public String text() {
    return variant.name();
  }

  @Override
  public EventStage stage() {
    return new FlipFilter(this);
  }
}

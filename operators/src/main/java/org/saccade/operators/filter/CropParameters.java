package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param frame what becomes the frame
 */
public record CropParameters(Rectangle frame) implements StageParameters {
  public CropParameters {
    Objects.requireNonNull(frame, "frame");
  }

  @Override
  public StageKind kind() {
    return StageKind.CROP;
  }

  @Override
  public String text() {
    return frame.toString();
  }

  @Override
  public EventStage stage() {
    return new CropFilter(this);
  }
}

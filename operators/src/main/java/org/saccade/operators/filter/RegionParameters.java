package org.saccade.operators.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param inside true to keep the events inside of any of the rectangles, false to drop them
 * @param rectangles 1 to {@link #MOST} of them; they may overlap and reach out of the frame
 */
public record RegionParameters(boolean inside, List<Rectangle> rectangles)
    implements StageParameters {

  /** Most rectangles: enough for a mask pixel by pixel of a sensor's worst spots. */
  public static final int MOST = 4096;

  public RegionParameters {
    rectangles = List.copyOf(rectangles);
    StageParameters.check("number of rectangles", rectangles.size(), 1, MOST);
  }

  @Override
  public StageKind kind() {
    return StageKind.REGION;
  }

  @Override
  public String text() {
    String all = rectangles.stream().map(Rectangle::toString).collect(Collectors.joining(","));
    return (inside ? "keep," : "drop,") + all;
  }

  @Override
  public EventStage stage() {
    return new RegionFilter(this);
  }
}

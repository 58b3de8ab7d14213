package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * @param masks true to drop the events of hot pixels, false only to report them
 * @param minimumHz rate below which no pixel is hot, 1 to 10^6 events a second
 * @param ratio r, how many times more than around it a hot pixel fires, 2 to 1000
 * @param windowMicros W, sensor time over which pixels are counted, 1 ms to {@link #MAX_MICROS}
 */
public record HotPixelParameters(boolean masks, long minimumHz, int ratio, long windowMicros)
    implements StageParameters {

  public HotPixelParameters {
    StageParameters.check("minimumHz", minimumHz, 1, 1_000_000);
    StageParameters.check("ratio", ratio, 2, 1000);
    StageParameters.check("windowMicros", windowMicros, 1000, MAX_MICROS);
  }

  @Override
  public StageKind kind() {
    return StageKind.HOT_PIXELS;
  }

  @Override
  public String text() {
    return (masks ? "mask," : "report,") + minimumHz + "," + ratio + "," + windowMicros;
  }

  @Override
  public EventStage stage() {
    return new HotPixelFilter(this);
  }
}

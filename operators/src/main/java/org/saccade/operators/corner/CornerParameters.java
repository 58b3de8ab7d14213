package org.saccade.operators.corner;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * How corners are found.
 *
 * @param kappaMicros κ, time in which the events of a pixel and polarity are of one edge, 0 to 10^8
 *     microseconds
 */
public record CornerParameters(long kappaMicros) implements StageParameters {
  private static final long serialVersionUID = 1L;

  /** κ = 50 ms, as in the paper. */
  public static final CornerParameters DEFAULTS = new CornerParameters(50_000);

  public CornerParameters {
    if (kappaMicros < 0 || kappaMicros > 100_000_000) {
      throw new IllegalArgumentException(
          "kappaMicros=" + kappaMicros + " must be between 0 and 100000000");
    }
  }

  @Override
  public StageKind kind() {
    return StageKind.CORNERS;
  }

  @Override
  public String text() {
    return "arc," + kappaMicros;
  }

  @Override
  public EventStage stage() {
    return new ArcCornerDetector(this);
  }
}

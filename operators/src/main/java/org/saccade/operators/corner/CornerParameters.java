package org.saccade.operators.corner;

import java.util.Locale;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * How corners are found.
 *
 * @param corners what a corner is
 * @param kappaMicros κ, time in which the events of a pixel and polarity are of one edge, 0 to 10^8
 *     microseconds
 * @param beside whether all events go on and those at corners are put out beside them; else those
 *     at corners alone go on
 */
public record CornerParameters(Corners corners, long kappaMicros, boolean beside)
    implements StageParameters {
  private static final long serialVersionUID = 1L;

  /** Arc* with κ = 50 ms, as in the paper; corners alone go on. */
  public static final CornerParameters DEFAULTS = new CornerParameters(Corners.ARC, 50_000, false);

  /** eFAST, as in the paper: every event writes its time. */
  public static final CornerParameters FAST = new CornerParameters(Corners.FAST, 0, false);

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
    return corners.name().toLowerCase(Locale.ROOT) + "," + kappaMicros + (beside ? ",beside" : "");
  }

  @Override
  public boolean givesSideEvents() {
    return beside;
  }

  @Override
  public EventStage stage() {
    return new CornerDetector(this);
  }
}

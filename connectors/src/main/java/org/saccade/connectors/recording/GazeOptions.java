package org.saccade.connectors.recording;

/**
 * What a caller says of a recording of gaze that the recording may not say.
 *
 * @param rate samples a second; 0: as the recording says, else from its times
 * @param unit of the positions
 * @param screen by which pixels become degrees; null: pixels stay pixels
 */
public record GazeOptions(double rate, Unit unit, Screen screen) {
  /** As the recording says. */
  public static final GazeOptions DEFAULT = new GazeOptions(0, Unit.STATED, null);

  /** Units of positions. STATED: as the recording says, degrees where it does not. */
  public enum Unit {
    STATED,
    DEGREES,
    PIXELS
  }

  public GazeOptions {
    if (!(rate >= 0) || rate > 1e6) {
      throw new IllegalArgumentException("rate=" + rate + " must be between 0 and 1e6 Hz");
    }
  }
}

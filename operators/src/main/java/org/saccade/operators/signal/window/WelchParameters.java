package org.saccade.operators.signal.window;

/**
 * Segments of Welch's method.
 *
 * @param segment samples of a segment, 2 to 65536
 * @param overlap samples that a segment shares with the next, 0 to segment − 1
 */
public record WelchParameters(int segment, int overlap) {
  public WelchParameters {
    if (segment < 2 || segment > 1 << 16) {
      throw new IllegalArgumentException("segment=" + segment + " must be 2 to " + (1 << 16));
    }
    if (overlap < 0 || overlap >= segment) {
      throw new IllegalArgumentException(
          "overlap=" + overlap + " must be 0 to below the segment's " + segment);
    }
  }

  /** Half of a segment shared. */
  public static WelchParameters ofSegment(int segment) {
    return new WelchParameters(segment, segment / 2);
  }
}

package org.saccade.simulators.scene;

/** A scene that knows how its contents move: the ground truth for estimates of motion. */
public interface MovingScene extends Scene {
  /**
   * Velocity of what is at a place.
   *
   * @param timeMicros microseconds since the scene began
   * @param x pixels from the left edge; the centre of column 0 is 0.5
   * @param y pixels from the top edge
   * @return {@link Motion#STILL} where the background is seen
   */
  Motion motionAt(long timeMicros, double x, double y);
}

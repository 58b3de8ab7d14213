package org.saccade.operators.microsaccade;

/** Takes what a detector finds, in the order in which it is decided. */
public interface MovementSink {
  /**
   * A movement of one eye is over. It may be part of a binocular one that follows.
   *
   * @param left whether of the left eye
   * @param alone whether the other eye was not seen when it was decided
   */
  void eye(boolean left, EyeMovement movement, boolean alone);

  /**
   * A movement of both eyes is over.
   *
   * @param clusterEnd the last sample of all that overlap with it: a later one could have been the
   *     larger
   */
  void both(BinocularMovement movement, long clusterEnd);

  /**
   * An eye has been above the threshold long enough: a movement has begun and is not over.
   *
   * @param sofar its figures up to the last sample decided
   */
  default void began(boolean left, EyeMovement sofar) {}
}

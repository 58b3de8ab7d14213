package org.saccade.simulators.scene;

/**
 * Luminance over place and time. Rendering any time in any order gives the same frames; a scene may
 * keep scratch arrays, so one thread at a time uses it.
 */
public interface Scene {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /**
   * Draws the whole frame at a time.
   *
   * @param timeMicros microseconds since the scene began, 0 or more
   * @param frame gets luminance 0 to 255 at y·width + x; {@code width·height} long
   */
  void render(long timeMicros, float[] frame);
}

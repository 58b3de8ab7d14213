package org.saccade.simulators.scene;

/**
 * A scene whose own clock runs faster for a while: what moves in it moves faster then, and so more
 * events come.
 */
public final class Hurried implements Scene {
  private final Scene scene;
  private final long fromMicros;
  private final long toMicros;
  private final double factor;

  /**
   * @param fromMicros where it begins, 0 or more
   * @param toMicros where it ends; {@link Long#MAX_VALUE}: never
   * @param factor how many times faster, above 0 and at most 100
   */
  public Hurried(Scene scene, long fromMicros, long toMicros, double factor) {
    if (fromMicros < 0 || toMicros < fromMicros) {
      throw new IllegalArgumentException(
          "fromMicros=" + fromMicros + " must be from 0 to toMicros=" + toMicros);
    }
    if (!(factor > 0 && factor <= 100)) {
      throw new IllegalArgumentException("factor=" + factor + " must be above 0 and at most 100");
    }
    this.scene = scene;
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.factor = factor;
  }

  @Override
  public int width() {
    return scene.width();
  }

  @Override
  public int height() {
    return scene.height();
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    long hurried = Math.max(0, Math.min(timeMicros, toMicros) - fromMicros);
    scene.render(timeMicros + (long) ((factor - 1) * hurried), frame);
  }
}

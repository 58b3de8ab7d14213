package org.saccade.simulators.scene;

/** Two scenes in one frame: each pixel shows the brighter. */
public final class BrighterOf implements Scene {
  private final Scene a;
  private final Scene b;
  private final float[] other;

  public BrighterOf(Scene a, Scene b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException(
          String.format(
              "scene of %dx%d must be as large as the other of %dx%d",
              b.width(), b.height(), a.width(), a.height()));
    }
    this.a = a;
    this.b = b;
    other = new float[a.width() * a.height()];
  }

  @Override
  public int width() {
    return a.width();
  }

  @Override
  public int height() {
    return a.height();
  }

  @Override
  public void render(long timeMicros, float[] frame) {
    a.render(timeMicros, frame);
    b.render(timeMicros, other);
    for (int i = 0; i < other.length; i++) {
      frame[i] = Math.max(frame[i], other[i]);
    }
  }
}

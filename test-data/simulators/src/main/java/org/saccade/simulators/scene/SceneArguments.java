package org.saccade.simulators.scene;

/** Checks that the scenes share. */
final class SceneArguments {
  private SceneArguments() {}

  static void frame(int width, int height) {
    if (width < 1 || width > 1 << 16 || height < 1 || height > 1 << 15) {
      throw new IllegalArgumentException(
          "frame " + width + "x" + height + " must be between 1x1 and 65536x32768");
    }
    Math.multiplyExact(width, height);
  }

  static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + least + " and " + most);
    }
  }
}

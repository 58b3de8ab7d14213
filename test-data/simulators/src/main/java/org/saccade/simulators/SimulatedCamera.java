package org.saccade.simulators;

/**
 * A simulated camera with a name.
 *
 * @param name lower case letters, digits and hyphens: fit for a file name and a stream's name
 * @param shows what it sees, in a few words
 */
public record SimulatedCamera(String name, String shows, EventSimulation simulation) {
  public SimulatedCamera {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name=" + name + " must be lower case letters, digits and single hyphens");
    }
  }

  /** Columns. */
  public int width() {
    return simulation.scene().width();
  }

  /** Rows. */
  public int height() {
    return simulation.scene().height();
  }
}

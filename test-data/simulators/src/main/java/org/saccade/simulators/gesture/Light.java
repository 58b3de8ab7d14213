package org.saccade.simulators.gesture;

/** The lights of DVS128 Gesture: how bright a sensor's noise makes them. */
public enum Light {
  FLUORESCENT_LED("fluorescent_led", 0.03, 0.08),
  LED("led", 0.02, 0.06),
  NATURAL("natural", 0.01, 0.03),
  LAB("lab", 0.05, 0.15),
  FLUORESCENT("fluorescent", 0.03, 0.1);

  private final String label;
  private final double leastShotHz;
  private final double mostShotHz;

  Light(String label, double leastShotHz, double mostShotHz) {
    this.label = label;
    this.leastShotHz = leastShotHz;
    this.mostShotHz = mostShotHz;
  }

  /** Name in the file names of the data set. */
  public String label() {
    return label;
  }

  /** Shot noise of a dark pixel, events a second. */
  double shotHz(Draws d) {
    return d.between(leastShotHz, mostShotHz);
  }
}

package org.saccade.operators.spikepoint;

/**
 * What a window of the sensor's events goes through before it is classified. A window is by time,
 * by count, or ends by whichever comes first.
 *
 * @param windowMicros length of a window in sensor time, microseconds; 0: not by time
 * @param stepMicros from the begin of a window to the next one's, at most windowMicros
 * @param windowEvents events of a window; 0: not by count
 * @param leastEvents of the window that are needed to say anything, at least 1
 * @param left first column that is used, pixels
 * @param top first row that is used, pixels
 * @param width columns that are used, pixels
 * @param height rows that are used, pixels
 * @param polarity the events that are used
 * @param loneMicros events without another at a neighbouring pixel that near in time are left out
 *     ({@link LoneEvents}), microseconds; 0: all stay
 * @param sensorWidth columns of the sensor that the crop is of; 0: it is taken of any sensor as it
 *     is, else a sensor of another size is looked at as {@link CropView} says
 * @param sensorHeight its rows, 0 likewise
 */
public record Preprocessing(
    long windowMicros,
    long stepMicros,
    int windowEvents,
    int leastEvents,
    int left,
    int top,
    int width,
    int height,
    Polarity polarity,
    long loneMicros,
    int sensorWidth,
    int sensorHeight) {

  /** Which events are used. */
  public enum Polarity {
    BOTH,
    ON,
    OFF
  }

  public Preprocessing {
    Checks.range("windowMicros", windowMicros, 0, 3_600_000_000L);
    Checks.range("stepMicros", stepMicros, windowMicros == 0 ? 0 : 1, windowMicros);
    Checks.range("windowEvents", windowEvents, windowMicros == 0 ? 1 : 0, 1 << 24);
    Checks.range("leastEvents", leastEvents, 1, 1 << 24);
    Checks.range("left", left, 0, Short.MAX_VALUE);
    Checks.range("top", top, 0, Short.MAX_VALUE);
    Checks.range("width", width, 1, Short.MAX_VALUE);
    Checks.range("height", height, 1, Short.MAX_VALUE);
    Checks.range("loneMicros", loneMicros, 0, 3_600_000_000L);
    Checks.range("sensorWidth", sensorWidth, 0, 1 << 15);
    Checks.range("sensorHeight", sensorHeight, sensorWidth == 0 ? 0 : 1, 1 << 15);
  }

  /** No event is left out for standing alone; the crop is of any sensor. */
  public Preprocessing(
      long windowMicros,
      long stepMicros,
      int windowEvents,
      int leastEvents,
      int left,
      int top,
      int width,
      int height,
      Polarity polarity) {
    this(
        windowMicros,
        stepMicros,
        windowEvents,
        leastEvents,
        left,
        top,
        width,
        height,
        polarity,
        0,
        0,
        0);
  }

  /** DVS128 Gesture as the author cuts it: 0.5 s every 0.25 s, more than 100 events, 128 x 128. */
  public static Preprocessing gestures() {
    return new Preprocessing(500_000, 250_000, 0, 101, 0, 0, 128, 128, Polarity.BOTH);
  }

  /** Whether an event is used; if so it lies at (x - left, y - top). */
  public boolean uses(int x, int y, int p) {
    return x >= left && x < left + width && y >= top && y < top + height && usesPolarity(p);
  }

  boolean usesPolarity(int p) {
    return polarity == Polarity.BOTH || (polarity == Polarity.ON) == (p > 0);
  }
}

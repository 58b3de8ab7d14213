package org.saccade.operators.spikepoint;

/**
 * Channels of the network's four widths.
 *
 * @param c1 of a neighbour and a centroid, even
 * @param c2 of a point, first
 * @param c3 of a point, second
 * @param c4 of a point, third, and of the window
 */
public record Widths(int c1, int c2, int c3, int c4) {
  /** The published narrow network: Daily DVS, DVS Action. */
  public static final Widths NARROW = new Widths(32, 64, 128, 256);

  /** The published wide network: DVS128 Gesture, HMDB51-DVS, UCF101-DVS. */
  public static final Widths WIDE = new Widths(64, 128, 256, 512);

  public Widths {
    Checks.range("c1", c1, 2, 1024);
    if (c1 % 2 != 0) {
      throw new IllegalArgumentException("c1=" + c1 + " must be even: the bottleneck has half");
    }
    Checks.range("c2", c2, 1, 1024);
    Checks.range("c3", c3, 1, 2048);
    Checks.range("c4", c4, 1, 4096);
  }
}

package org.saccade.operators.spikepoint;

/**
 * The network's sizes.
 *
 * @param points events sampled of a window, N
 * @param centroids of them that are the middle of a group; as many as points: all of them
 * @param neighbours points of a group, its centroid among them, K
 * @param steps of the rate code, T
 * @param widths channels
 * @param classes that are told apart
 * @param votes output neurons a class
 * @param reset what a spike leaves in the membrane
 * @param code how numbers come into the network
 * @param samplings how often a window is sampled and run through all steps, each time from silent
 *     neurons; its scores are those of all together
 */
public record SpikePointParameters(
    int points,
    int centroids,
    int neighbours,
    int steps,
    Widths widths,
    int classes,
    int votes,
    Reset reset,
    InputCode code,
    int samplings) {
  /** Six times the published wide network; their membranes take 256 MiB. */
  private static final int MAX_NEURONS = 1 << 25;

  public SpikePointParameters {
    Checks.range("points", points, 1, 1 << 14);
    Checks.range("centroids", centroids, 1, points);
    Checks.range("neighbours", neighbours, 1, Math.min(points, 256));
    Checks.range("steps", steps, 1, 256);
    Checks.range("classes", classes, 2, 1 << 12);
    Checks.range("votes", votes, 1, 256);
    Checks.range("samplings", samplings, 1, 256);
    long neurons = centroids * neuronsOfAPoint(neighbours, widths);
    Checks.range("neurons of all points", neurons, 1, MAX_NEURONS);
  }

  /** The same network, its windows sampled so often. */
  public SpikePointParameters withSamplings(int times) {
    return new SpikePointParameters(
        points, centroids, neighbours, steps, widths, classes, votes, reset, code, times);
  }

  /** Sampled once. */
  public SpikePointParameters(
      int points,
      int centroids,
      int neighbours,
      int steps,
      Widths widths,
      int classes,
      int votes,
      Reset reset,
      InputCode code) {
    this(points, centroids, neighbours, steps, widths, classes, votes, reset, code, 1);
  }

  /** With the paper's code, sampled once. */
  public SpikePointParameters(
      int points,
      int centroids,
      int neighbours,
      int steps,
      Widths widths,
      int classes,
      int votes,
      Reset reset) {
    this(points, centroids, neighbours, steps, widths, classes, votes, reset, InputCode.POISSON, 1);
  }

  /** Neurons whose membranes are kept for a point: of its group, its centroid and itself. */
  static long neuronsOfAPoint(int neighbours, Widths widths) {
    long local = 2L * widths.c1() + widths.c1() / 2;
    return local * (neighbours + 1) + 2L * widths.c2() + 2L * widths.c3() + widths.c4();
  }

  /**
   * The published sizes for data sets of gestures and actions: 1024 points, groups of 24, 16 steps.
   */
  public static SpikePointParameters published(Widths widths, int classes) {
    return new SpikePointParameters(1024, 1024, 24, 16, widths, classes, 10, Reset.HARD);
  }
}

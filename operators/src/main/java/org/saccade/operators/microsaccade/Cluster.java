package org.saccade.operators.microsaccade;

import java.util.ArrayList;
import java.util.List;

/**
 * Movements of both eyes that overlap or touch: where one ends in the sample before the other
 * begins, they are one cluster. Of each eye the largest amplitude is kept, the first of equals.
 */
public final class Cluster {
  private EyeMovement left;
  private EyeMovement right;
  private long end = Long.MIN_VALUE;

  /** Pairs the movements of a whole recording, each list in order of time. */
  public static List<BinocularMovement> pair(List<EyeMovement> left, List<EyeMovement> right) {
    List<BinocularMovement> pairs = new ArrayList<>();
    Cluster cluster = new Cluster();
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      boolean isLeft =
          r == right.size() || l < left.size() && left.get(l).onset() <= right.get(r).onset();
      EyeMovement next = isLeft ? left.get(l++) : right.get(r++);
      if (!cluster.touches(next.onset())) {
        cluster.addTo(pairs);
        cluster.clear();
      }
      if (isLeft) {
        cluster.addLeft(next);
      } else {
        cluster.addRight(next);
      }
    }
    cluster.addTo(pairs);
    return pairs;
  }

  private void addTo(List<BinocularMovement> pairs) {
    if (left != null && right != null) {
      pairs.add(new BinocularMovement(left, right));
    }
  }

  void clear() {
    left = null;
    right = null;
    end = Long.MIN_VALUE;
  }

  boolean isEmpty() {
    return left == null && right == null;
  }

  /** Whether a movement that begins at a sample belongs to it. */
  boolean touches(long onset) {
    return !isEmpty() && onset <= end + 1;
  }

  /** The last sample of its movements. */
  long end() {
    return end;
  }

  /** The largest of the left eye; null: none. */
  EyeMovement left() {
    return left;
  }

  /** The largest of the right eye; null: none. */
  EyeMovement right() {
    return right;
  }

  void addLeft(EyeMovement movement) {
    left = larger(left, movement);
    end = Math.max(end, movement.end());
  }

  void addRight(EyeMovement movement) {
    right = larger(right, movement);
    end = Math.max(end, movement.end());
  }

  /** Goes on with what was kept. */
  void restore(EyeMovement keptLeft, EyeMovement keptRight, long keptEnd) {
    left = keptLeft;
    right = keptRight;
    end = keptEnd;
  }

  private static EyeMovement larger(EyeMovement kept, EyeMovement movement) {
    return kept == null || movement.amplitude() > kept.amplitude() ? movement : kept;
  }
}

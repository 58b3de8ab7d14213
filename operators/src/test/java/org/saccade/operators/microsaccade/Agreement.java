package org.saccade.operators.microsaccade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many of the movements wanted were found: two agree where they overlap, each once. */
final class Agreement {
  private int found;
  private int wanted;
  private int both;
  private final List<Long> onsetErrors = new ArrayList<>();

  record Interval(long onset, long end) {}

  void add(List<Interval> got, List<Interval> want) {
    boolean[] used = new boolean[want.size()];
    found += got.size();
    wanted += want.size();
    for (Interval g : got) {
      for (int i = 0; i < used.length; i++) {
        Interval w = want.get(i);
        if (!used[i] && g.onset <= w.end && w.onset <= g.end) {
          used[i] = true;
          both++;
          onsetErrors.add(Math.abs(g.onset - w.onset));
          break;
        }
      }
    }
  }

  double f1() {
    return 2.0 * both / (found + wanted);
  }

  long medianOnsetError() {
    long[] errors = onsetErrors.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(errors);
    return errors[errors.length / 2];
  }
}

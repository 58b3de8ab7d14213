package org.saccade.connectors.labelled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which subjects go to which part of a split.
 *
 * <p>Subjects come in an order that a hash of seed and name gives, those with more clips first;
 * each goes to the part in which {@code Σ n²/(share·N²)} over the classes grows least, n the part's
 * clips of a class and N all: so each part comes near its share of every class. The order of the
 * clips does not matter, and one subject more moves few others.
 */
final class SubjectGroups {
  private SubjectGroups() {}

  /** Subjects by part. */
  static List<Set<String>> parts(LabelledSet set, double[] shares, long seed) {
    int classes = set.classes().size();
    int[] all = new int[classes];
    Map<String, int[]> groups = new LinkedHashMap<>();
    for (LabelledClip clip : set.clips()) {
      int c = set.classOf(clip);
      groups.computeIfAbsent(clip.subject(), s -> new int[classes])[c]++;
      all[c]++;
    }
    List<String> order = new ArrayList<>(groups.keySet());
    order.sort(
        Comparator.comparingInt((String s) -> -sum(groups.get(s)))
            .thenComparingLong(s -> hash(seed, s))
            .thenComparing(Comparator.naturalOrder()));
    int[][] held = new int[shares.length][classes];
    List<Set<String>> parts = new ArrayList<>();
    for (int f = 0; f < shares.length; f++) {
      parts.add(new HashSet<>());
    }
    for (String subject : order) {
      int[] group = groups.get(subject);
      int best = 0;
      for (int f = 1; f < shares.length; f++) {
        if (growth(held[f], group, all, shares[f]) < growth(held[best], group, all, shares[best])) {
          best = f;
        }
      }
      parts.get(best).add(subject);
      for (int c = 0; c < classes; c++) {
        held[best][c] += group[c];
      }
    }
    return parts;
  }

  private static double growth(int[] held, int[] group, int[] all, double share) {
    double growth = 0;
    for (int c = 0; c < group.length; c++) {
      if (group[c] > 0) {
        double more = (double) group[c] * (2.0 * held[c] + group[c]);
        growth += more / (share * all[c] * all[c]);
      }
    }
    return growth;
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** FNV-1a of the name, mixed with the seed by SplitMix64's finaliser. */
  static long hash(long seed, String name) {
    long h = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return mix(h + mix(seed + 0x9E3779B97F4A7C15L));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

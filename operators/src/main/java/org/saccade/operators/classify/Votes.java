package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.schemas.Score;

/** The scores of a session's windows, added up by label: two models may know different ones. */
final class Votes {
  private final TreeMap<String, Double> sums = new TreeMap<>();
  private int windows;
  private long steps;
  private long events;

  void clear() {
    sums.clear();
    windows = 0;
    steps = 0;
    events = 0;
  }

  void add(List<Score> scores, int ofSteps, int ofEvents) {
    scores.forEach(score -> sums.merge(score.getLabel(), score.getScore(), Double::sum));
    windows++;
    steps += ofSteps;
    events += ofEvents;
  }

  int windows() {
    return windows;
  }

  /** Of all windows together. */
  int steps() {
    return (int) Math.min(Integer.MAX_VALUE, steps);
  }

  /** Of all windows together; one in two windows counts twice. */
  int events() {
    return (int) Math.min(Integer.MAX_VALUE, events);
  }

  /** Mean scores, those labels first that are given, in their order. */
  List<Score> means(List<String> first) {
    List<Score> means = new ArrayList<>();
    first.stream()
        .filter(sums::containsKey)
        .forEach(label -> means.add(new Score(label, sums.get(label) / windows)));
    for (Map.Entry<String, Double> sum : sums.entrySet()) {
      if (!first.contains(sum.getKey())) {
        means.add(new Score(sum.getKey(), sum.getValue() / windows));
      }
    }
    return means;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(windows);
    out.writeLong(steps);
    out.writeLong(events);
    out.writeInt(sums.size());
    for (Map.Entry<String, Double> sum : sums.entrySet()) {
      out.writeUTF(sum.getKey());
      out.writeDouble(sum.getValue());
    }
  }

  void read(DataInput in) throws IOException {
    clear();
    windows = in.readInt();
    steps = in.readLong();
    events = in.readLong();
    for (int n = in.readInt(); n > 0; n--) {
      sums.put(in.readUTF(), in.readDouble());
    }
  }
}

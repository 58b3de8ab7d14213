package org.saccade.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.schemas.Classification;
import org.saccade.simulators.gesture.Performance;

/**
 * What was said of gestures whose truth is known. A window counts where it lies within one of them;
 * what a gesture's windows say together is the class with the highest sum of scores.
 */
public final class GestureFigures {
  private static final String ROW = "%-28s %9s %9s  %s%n";

  private final List<Made> made;
  private int between;

  /** A gesture, and what was said while it was made. */
  private static final class Made {
    private final Performance.Span span;
    private final Map<String, Double> scores = new TreeMap<>();
    private int windows;
    private int right;

    Made(Performance.Span span) {
      this.span = span;
    }

    String label() {
      return span.gesture().label();
    }

    String vote() {
      return scores.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("nothing");
    }

    boolean isRight() {
      return vote().equals(label());
    }
  }

  GestureFigures(List<Performance.Span> truth) {
    made = new ArrayList<>(truth.stream().map(Made::new).toList());
  }

  void said(Classification said) {
    for (Made m : made) {
      if (said.getProvenance().getStart() >= m.span.fromMicros()
          && said.getProvenance().getEnd() <= m.span.toMicros()) {
        m.windows++;
        m.right += said.getLabel().equals(m.label()) ? 1 : 0;
        said.getScores().forEach(s -> m.scores.merge(s.getLabel(), s.getScore(), Double::sum));
        return;
      }
    }
    between++;
  }

  /** Windows within a gesture. */
  public int windows() {
    return made.stream().mapToInt(m -> m.windows).sum();
  }

  /** Of them, those that say which. */
  public int rightWindows() {
    return made.stream().mapToInt(m -> m.right).sum();
  }

  /** Gestures. */
  public int gestures() {
    return made.size();
  }

  /** Of them, those whose windows together say which. */
  public int rightGestures() {
    return (int) made.stream().filter(Made::isRight).count();
  }

  /** All that was said. */
  int answers() {
    return windows() + between;
  }

  void print(PrintStream out) {
    out.printf(ROW, "gesture", "windows", "right", "together");
    for (Made m : made) {
      out.printf(ROW, m.label(), m.windows, m.right, m.isRight() ? "right" : m.vote());
    }
    out.printf(
        Locale.ROOT,
        "%d of %d gestures right, %d wrong; %d of %d windows (%d between gestures not counted)%n%n",
        rightGestures(),
        gestures(),
        gestures() - rightGestures(),
        rightWindows(),
        windows(),
        between);
  }

  void json(ObjectNode node) {
    node.put("gestures", gestures());
    node.put("rightGestures", rightGestures());
    node.put("windows", windows());
    node.put("rightWindows", rightWindows());
    node.put("windowsBetween", between);
    ObjectNode votes = node.putObject("votes");
    made.forEach(m -> votes.put(m.label(), m.vote()));
  }
}

package org.saccade.operators.signal.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.signal.chain.Lead;
import org.saccade.operators.signal.chain.SignalShape;
import org.saccade.operators.signal.chain.SignalSink;
import org.saccade.operators.signal.window.BandPower;
import org.saccade.operators.signal.window.Hjorth;
import org.saccade.operators.signal.window.WelchParameters;
import org.saccade.operators.signal.window.WindowFunction;
import org.saccade.operators.signal.window.WindowParameters;
import org.saccade.operators.signal.window.Windows;
import org.saccade.schemas.batch.SampleBatch;

/** Features of a signal's windows. A band that the rate cannot hold is left out. */
public final class SignalFeatures implements SignalSink, Paged {
  private static final int HJORTH_VALUES = 3;

  private final FeatureSink sink;
  private final int length;
  private final Windows windows;

  /** Names of the values of a channel's window, in their order. */
  private final List<String> quantities = new ArrayList<>();

  /** Which of them are powers. */
  private final boolean[] power;

  private final boolean decibels;
  private final int[] own;
  private final String[][] ownNames;
  private final int[][] groups;
  private final String[][] groupNames;
  private final boolean crowded;

  /**
   * @throws IllegalArgumentException if a channel is named that the signal has not, or the windows
   *     are shorter than three samples or too long to keep
   */
  public SignalFeatures(FeatureParameters parameters, SignalShape shape, FeatureSink sink) {
    this.sink = sink;
    decibels = parameters.decibels();
    double hz = shape.rate().hz();
    length = samples("a window", parameters.windowSeconds(), hz, 3);
    int step = samples("a step", parameters.stepSeconds(), hz, 1);
    WindowFunction[] functions = functions(parameters, hz);
    power = new boolean[quantities.size()];
    for (int q = 0; q < power.length; q++) {
      power[q] = q < power.length - (parameters.hjorth() ? HJORTH_VALUES - 1 : 0);
    }
    windows =
        new Windows(new WindowParameters(length, step), shape.channels(), this::window, functions);
    int[] wanted =
        parameters.of() == FeatureParameters.Of.AVERAGE ? new int[0] : own(parameters, shape);
    crowded = wanted.length * power.length > parameters.most();
    own = crowded ? new int[0] : wanted;
    ownNames = new String[own.length][power.length];
    for (int k = 0; k < own.length; k++) {
      for (int q = 0; q < power.length; q++) {
        ownNames[k][q] = quantities.get(q) + ":" + shape.leads().get(own[k]).name();
      }
    }
    boolean averages = crowded || parameters.of() != FeatureParameters.Of.CHANNELS;
    Map<String, List<Integer>> kinds = averages ? kinds(shape) : Map.of();
    groups = new int[kinds.size()][];
    groupNames = new String[kinds.size()][power.length];
    int g = 0;
    for (Map.Entry<String, List<Integer>> kind : kinds.entrySet()) {
      groups[g] = kind.getValue().stream().mapToInt(Integer::intValue).toArray();
      for (int q = 0; q < power.length; q++) {
        groupNames[g][q] = kind.getKey().toLowerCase(Locale.ROOT) + "_" + quantities.get(q);
      }
      g++;
    }
  }

  private static int samples(String what, double seconds, double hz, int least) {
    long n = Math.round(seconds * hz);
    if (n < least || n > 1 << 20) {
      throw new IllegalArgumentException(
          what
              + " of "
              + seconds
              + " s at "
              + hz
              + " Hz is "
              + n
              + " samples: must be "
              + least
              + " to "
              + (1 << 20));
    }
    return (int) n;
  }

  private WindowFunction[] functions(FeatureParameters parameters, double hz) {
    List<WindowFunction> functions = new ArrayList<>();
    int segment = samples("a segment", parameters.segmentSeconds(), hz, 2);
    List<NamedBand> held = parameters.bands().stream().filter(b -> holds(b, hz, segment)).toList();
    if (!held.isEmpty()) {
      functions.add(
          new BandPower(
              WelchParameters.ofSegment(segment), hz, held.stream().map(NamedBand::band).toList()));
      held.forEach(b -> quantities.add(b.name()));
    }
    if (parameters.hjorth()) {
      functions.add(new Hjorth());
      quantities.addAll(List.of("activity", "mobility", "complexity"));
    }
    return functions.toArray(WindowFunction[]::new);
  }

  /** Whether all of the band is below half of the rate, and a value of the spectrum lies in it. */
  private static boolean holds(NamedBand band, double hz, int segment) {
    int k = 0;
    while (k <= segment / 2 && k * hz / segment < band.lowHz()) {
      k++;
    }
    return band.highHz() <= hz / 2 && k * hz / segment < band.highHz();
  }

  private static int[] own(FeatureParameters parameters, SignalShape shape) {
    List<String> names = shape.names();
    for (String name : parameters.channels()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "features of channel " + name + ", which is not among " + names);
      }
    }
    List<Integer> own = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      if (parameters.channels().isEmpty() || parameters.channels().contains(names.get(c))) {
        own.add(c);
      }
    }
    return own.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<String, List<Integer>> kinds(SignalShape shape) {
    Map<String, List<Integer>> kinds = new TreeMap<>();
    for (int c = 0; c < shape.channels(); c++) {
      Lead lead = shape.leads().get(c);
      kinds.computeIfAbsent(lead.kind(), k -> new ArrayList<>()).add(c);
    }
    return kinds;
  }

  /** Whether channels were to have features of their own, but there are too many. */
  public boolean crowded() {
    return crowded;
  }

  /** How many features there are. */
  public int features() {
    return (own.length + groups.length) * power.length;
  }

  @Override
  public void samples(SampleBatch batch) {
    windows.process(batch);
  }

  @Override
  public void gap(long missing) {
    windows.gap(missing);
  }

  private void window(long first, double[][] values) {
    for (double[] channel : values) {
      for (int q = 0; q < power.length; q++) {
        if (power[q] && decibels) {
          channel[q] = channel[q] > 0 ? 10 * StrictMath.log10(channel[q]) : Double.NaN;
        }
      }
    }
    for (int g = 0; g < groups.length; g++) {
      for (int q = 0; q < power.length; q++) {
        double sum = 0;
        int n = 0;
        for (int c : groups[g]) {
          if (!Double.isNaN(values[c][q])) {
            sum += values[c][q];
            n++;
          }
        }
        if (n > 0) {
          sink.feature(groupNames[g][q], first, first + length, sum / n);
        }
      }
    }
    for (int k = 0; k < own.length; k++) {
      for (int q = 0; q < power.length; q++) {
        double value = values[own[k]][q];
        if (!Double.isNaN(value)) {
          sink.feature(ownNames[k][q], first, first + length, value);
        }
      }
    }
  }

  @Override
  public long bytes() {
    return windows.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    windows.restore(number, page);
  }

  @Override
  public void flush(PageSink pages) {
    windows.flush(pages);
  }
}

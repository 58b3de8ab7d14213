package org.saccade.operators.signal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.saccade.operators.signal.Samples;
import org.saccade.schemas.batch.SampleBatch;

/** Takes references from batches; it has no state. */
public final class Rereference {
  private final int channels;
  private final List<String> names;

  /** Channels that a mean is taken of, and those that it is taken from; no mean: null. */
  private final int[] references;

  private final int[] targets;
  private final boolean average;

  /** Channel, and the channel that is taken from it, of every pair; no pairs: null. */
  private final int[][] pairs;

  /**
   * @param names of the channels of the batches
   * @throws IllegalArgumentException if a channel is named that is not there, or is there twice
   */
  public Rereference(Reference reference, List<String> names) {
    channels = Samples.channels(names.size());
    if (reference instanceof Reference.Bipolar bipolar) {
      pairs = new int[bipolar.pairs().size()][];
      List<String> differences = new ArrayList<>();
      for (int k = 0; k < pairs.length; k++) {
        Reference.Pair pair = bipolar.pairs().get(k);
        pairs[k] = new int[] {place(pair.anode(), names), place(pair.cathode(), names)};
        differences.add(pair.anode() + "-" + pair.cathode());
      }
      this.names = List.copyOf(differences);
      references = null;
      targets = null;
      average = false;
      return;
    }
    pairs = null;
    this.names = List.copyOf(names);
    if (reference instanceof Reference.Named named) {
      references = places(named.references(), names);
      targets = named.channels().isEmpty() ? all() : places(named.channels(), names);
      average = false;
    } else {
      List<String> averaged = ((Reference.Average) reference).channels();
      references = averaged.isEmpty() ? all() : places(averaged, names);
      targets = references;
      average = true;
    }
  }

  private int[] all() {
    return IntStream.range(0, channels).toArray();
  }

  private static int[] places(List<String> wanted, List<String> names) {
    return wanted.stream().mapToInt(name -> place(name, names)).distinct().toArray();
  }

  private static int place(String name, List<String> names) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no channel " + name + " among " + names);
    }
    if (names.lastIndexOf(name) != at) {
      throw new IllegalArgumentException("channel " + name + " is there more than once: " + names);
    }
    return at;
  }

  /** Names of the channels that come out. */
  public List<String> names() {
    return names;
  }

  /**
   * Takes the references.
   *
   * @param in is left as it is
   * @param out another batch; takes its shape and values from this
   */
  public void process(SampleBatch in, SampleBatch out) {
    Samples.requireChannels(in, channels);
    out.shape(names.size(), in.size());
    if (pairs != null) {
      for (int k = 0; k < pairs.length; k++) {
        difference(in.channel(pairs[k][0]), in.channel(pairs[k][1]), out.channel(k), in.size());
      }
      return;
    }
    for (int c = 0; c < channels; c++) {
      System.arraycopy(in.channel(c), 0, out.channel(c), 0, in.size());
    }
    for (int i = 0; i < in.size(); i++) {
      double mean = mean(in, i);
      for (int c : targets) {
        double x = in.channel(c)[i];
        out.channel(c)[i] = Samples.measured(x) ? x - mean : Double.NaN;
      }
    }
  }

  private static void difference(double[] anode, double[] cathode, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      boolean measured = Samples.measured(anode[i]) && Samples.measured(cathode[i]);
      out[i] = measured ? anode[i] - cathode[i] : Double.NaN;
    }
  }

  /** In the order of the channels, so that it is one number. */
  private double mean(SampleBatch in, int i) {
    double sum = 0;
    int n = 0;
    for (int c : references) {
      double x = in.channel(c)[i];
      if (Samples.measured(x)) {
        sum += x;
        n++;
      }
    }
    return n == references.length || average && n > 0 ? sum / n : Double.NaN;
  }
}

package org.saccade.operators.spikepoint;

import java.util.Arrays;

/** The two linear layers over what any point said, and the count of the output neurons' spikes. */
final class Voting {
  private final SpikingLayer hidden;
  private final SpikingLayer output;
  private final int classes;
  private final int votes;
  private final double[] hiddenMembrane;
  private final double[] outputMembrane;
  private final double[] current;
  private final byte[] input;
  private final byte[] hiddenSpikes;
  private final byte[] outputSpikes;
  private final int[] counts;

  Voting(SpikingLayer hidden, SpikingLayer output, int classes) {
    this.hidden = hidden;
    this.output = output;
    this.classes = classes;
    this.votes = output.outputs / classes;
    hiddenMembrane = new double[hidden.outputs];
    outputMembrane = new double[output.outputs];
    current = new double[Math.max(hidden.outputs, output.outputs)];
    input = new byte[hidden.inputs];
    hiddenSpikes = new byte[hidden.outputs];
    outputSpikes = new byte[output.outputs];
    counts = new int[classes];
  }

  void reset() {
    silence();
    Arrays.fill(counts, 0);
  }

  /** Membranes are 0 again; what was counted stays. */
  void silence() {
    Arrays.fill(hiddenMembrane, 0);
    Arrays.fill(outputMembrane, 0);
  }

  /** One step; the input are the c4 channels from {@code at}. */
  void step(byte[] top, int at) {
    System.arraycopy(top, at, input, 0, input.length);
    hidden.current(input, current);
    hidden.fire(current, 0, hiddenMembrane, 0, hiddenSpikes);
    output.current(hiddenSpikes, current);
    output.fire(current, 0, outputMembrane, 0, outputSpikes);
    for (int o = 0; o < outputSpikes.length; o++) {
      counts[o / votes] += outputSpikes[o];
    }
  }

  /** Part of the possible spikes of every class after so many steps, 0 to 1. */
  void scores(int steps, double[] scores) {
    for (int c = 0; c < classes; c++) {
      scores[c] = counts[c] / (double) (votes * steps);
    }
  }
}

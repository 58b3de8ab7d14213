package org.saccade.operators.spikepoint;

/**
 * A layer made for inference: its batch norm is folded into its weights, which lie an input's row
 * after the other's. It holds no state; membranes are the caller's.
 */
final class SpikingLayer {
  final int inputs;
  final int outputs;
  private final double[] rows;
  private final double[] bias;
  private final double kept;
  private final boolean soft;

  /**
   * @param rows weight of input i and output o at {@code i * outputs + o}
   * @param kept of the membrane from step to step: 1 - sigmoid(w)
   */
  SpikingLayer(int inputs, int outputs, double[] rows, double[] bias, double kept, Reset reset) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.rows = rows;
    this.bias = bias;
    this.kept = kept;
    this.soft = reset == Reset.SOFT;
  }

  double weight(int input, int output) {
    return rows[input * outputs + output];
  }

  double bias(int output) {
    return bias[output];
  }

  /** Part of the membrane that a step keeps. */
  double kept() {
    return kept;
  }

  boolean soft() {
    return soft;
  }

  /** Input currents of every binary input: of pattern p at {@code p * outputs}. */
  double[] table() {
    double[] table = new double[outputs << inputs];
    byte[] input = new byte[inputs];
    double[] current = new double[outputs];
    for (int pattern = 0; pattern < 1 << inputs; pattern++) {
      for (int i = 0; i < inputs; i++) {
        input[i] = (byte) (pattern >> i & 1);
      }
      current(input, current);
      System.arraycopy(current, 0, table, pattern * outputs, outputs);
    }
    return table;
  }

  /** Input currents: the bias and the rows of those inputs that are not 0, times their value. */
  void current(byte[] input, double[] current) {
    int n = outputs;
    System.arraycopy(bias, 0, current, 0, n);
    for (int i = 0; i < inputs; i++) {
      int spikes = input[i];
      int row = i * n;
      if (spikes == 1) {
        for (int o = 0; o < n; o++) {
          current[o] += rows[row + o];
        }
      } else if (spikes != 0) {
        for (int o = 0; o < n; o++) {
          current[o] += spikes * rows[row + o];
        }
      }
    }
  }

  /**
   * Input currents of numbers.
   *
   * @param input a number an input, from {@code at}
   */
  void current(double[] input, int at, double[] current) {
    System.arraycopy(bias, 0, current, 0, outputs);
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        current[o] += input[at + i] * rows[i * outputs + o];
      }
    }
  }

  /**
   * One step of the neurons.
   *
   * @param current input currents from {@code at}
   * @param membrane potentials from {@code from}, changed
   * @param spikes 0 or 1 a neuron, from 0
   * @return how near to the threshold a membrane came: the least of |H - 1|
   */
  double fire(double[] current, int at, double[] membrane, int from, byte[] spikes) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int o = 0; o < outputs; o++) {
      double h = kept * membrane[from + o] + current[at + o];
      boolean spike = h >= 1;
      spikes[o] = (byte) (spike ? 1 : 0);
      membrane[from + o] = spike ? (soft ? h - 1 : 0) : h;
      nearest = Math.min(nearest, Math.abs(h - 1));
    }
    return nearest;
  }
}

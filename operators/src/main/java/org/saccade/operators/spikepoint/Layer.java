package org.saccade.operators.spikepoint;

import java.util.List;

/**
 * A layer as the file names it: {@code NAME.conv} and {@code NAME.bn}, or {@code NAME.linear}, and
 * {@code NAME.plif.w}.
 *
 * @param name with its place in the network
 * @param inputs channels in
 * @param outputs channels out
 * @param normalised whether it is a conv with a batch norm; else it is linear
 */
public record Layer(String name, int inputs, int outputs, boolean normalised) {

  /** All layers, in the order in which spikes pass them; the centroid's follow the neighbours'. */
  public static List<Layer> of(SpikePointParameters parameters) {
    Widths w = parameters.widths();
    int half = w.c1() / 2;
    return List.of(
        new Layer("local.main", 6, w.c1(), true),
        new Layer("local.main.down", w.c1(), half, true),
        new Layer("local.main.up", half, w.c1(), true),
        new Layer("local.center", 3, w.c1(), true),
        new Layer("local.center.down", w.c1(), half, true),
        new Layer("local.center.up", half, w.c1(), true),
        new Layer("global.1", w.c1(), w.c2(), true),
        new Layer("global.1.residual", w.c2(), w.c2(), true),
        new Layer("global.2", w.c2(), w.c3(), true),
        new Layer("global.2.residual", w.c3(), w.c3(), true),
        new Layer("global.3", w.c3(), w.c4(), true),
        new Layer("head.hidden", w.c4(), w.c4(), false),
        new Layer("head.votes", w.c4(), parameters.votes() * parameters.classes(), false));
  }

  /** Weights, biases, and scale and shift of the batch norm: what the paper counts. */
  public long parameters() {
    return (long) inputs * outputs + outputs + (normalised ? 2L * outputs : 0);
  }

  /** Name of the tensors with the weights and biases. */
  public String transform() {
    return name + (normalised ? ".conv" : ".linear");
  }

  /** Shape of the weights: of a conv with its kernel of 1. */
  public int[] shape() {
    return normalised ? new int[] {outputs, inputs, 1} : new int[] {outputs, inputs};
  }
}

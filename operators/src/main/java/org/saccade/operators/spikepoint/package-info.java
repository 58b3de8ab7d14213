/**
 * SpikePoint: a window of events as a cloud of points, classified by a spiking network.
 *
 * <pre>
 *   window ─▶ N points (x, y, z = t) ─▶ a group of K neighbours a centroid ─▶ rate code, T steps
 *
 *   of a group   |Δx| |Δy| |Δz| xmin ymin zmin ─▶ conv 6→c1 ─▶ bottleneck ─▶ max over K ─┐
 *   of its middle         x y z ────────────────▶ conv 3→c1 ─▶ bottleneck ───────────────┴▶ +
 *   of a point   conv c1→c2, residual ─▶ conv c2→c3, residual ─▶ conv c3→c4 ─▶ max over the points
 *   of a window  linear c4→c4 ─▶ linear c4→votes·C ─▶ score = spikes / (votes·steps) of a class
 *
 *   Δ = (p - centroid) / SD;   a channel of value v spikes at a step if a uniform draw is below v
 *   neuron (parametric LIF, its input not decayed):
 *     H[t] = (1 - sigmoid(w)) V[t-1] + I[t];   S = H ≥ 1;   V = 0 after a spike (or H - 1), else H
 *   residual: S_out = S(conv …) + S_in, added after the spike, so that values are 0, 1, 2
 * </pre>
 *
 * <p>Every conv has a kernel of 1 and a batch norm behind it; the two linear layers have none. This
 * and no other list of layers gives the parameters that the paper counts: 0.581 M (10 classes,
 * wide), 0.165 M (12, narrow), 0.160 M (10, narrow), 0.792 M (51, wide), 1.048 M (101, wide).
 *
 * <p>What the paper leaves open, and what is chosen here: the reset is to zero, as SpikingJelly's
 * PLIF does by default, and a file may say {@code soft}. The SD is one number a window, of all
 * three coordinates' differences together, unbiased, plus 1e-5, as in the author's other networks.
 * z is the place of an event's time between the first and the last sampled one. A draw is below v,
 * not equal: then v = 0 never spikes. Where fewer events than points came, each point is one of
 * them drawn anew. Ties between neighbours go to the earlier event.
 *
 * <p>What makes it fast: all members of some groups, then all points, go through a layer together
 * in floats, a channel an array of lanes, in loops that the compiler turns into vector
 * instructions; outputs are worked on some at a time, so that their membranes stay near; channels
 * in which nothing spikes are left out; the neuron is arithmetic without a branch. Of the last
 * layer only whether any point spiked is asked: some points go first, and those channels in which
 * they spiked at a step and at all that follow are left out of the others. Nothing is allocated a
 * window. Every random choice is a hash of the window's seed and a counter. Spikes do not make it
 * faster: adding the weight rows of those inputs that spiked (a fifth to a third of them), with
 * tables of partial sums or without, took as long as multiplying all of them by 0 or 1 in lanes,
 * and the neurons one after the other took three times as long as both.
 *
 * <p>Source: H. Ren et al., SpikePoint: An Efficient Point-based Spiking Neural Network for Event
 * Cameras Action Recognition, ICLR 2024; early exit: C. Li et al., Unleashing the Potential of
 * Spiking Neural Networks with Dynamic Confidence, ICCV 2023. There is no public code.
 *
 * <p>Start with {@link org.saccade.operators.spikepoint.SpikePoint}.
 */
package org.saccade.operators.spikepoint;

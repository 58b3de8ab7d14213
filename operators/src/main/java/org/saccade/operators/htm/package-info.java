/**
 * Hierarchical temporal memory: learns the sequences of a stream as it goes and says how much of
 * each record it did not expect.
 *
 * <pre>
 *   record ─▶ encoder ─▶ bits ─▶ spatial pooler ─▶ 2 % of the columns ─▶ temporal memory ─▶ raw score
 *                                                                     raw score ─▶ likelihood
 *
 *   overlap_c    = |connected synapses of column c on active inputs|, the k largest win
 *   segment      active: ≥ θ connected synapses on active cells;  matching: ≥ μ synapses, any
 *   raw score    = 1 - |active columns with an active segment| / |active columns|
 * </pre>
 *
 * <p>Everything lies in flat arrays of primitives. The pooler's potential pools are drawn from the
 * seed again instead of kept; what is kept of a model at 2048 x 32 is 1.5 MB of permanences and 4
 * bytes a synapse. What makes it fast: overlaps are counted 64 columns at a time in bit planes, and
 * an inverted index finds the segments that active cells excite.
 *
 * <p>Sources: J. Hawkins, S. Ahmad, Why Neurons Have Thousands of Synapses, 2016; Y. Cui, S. Ahmad,
 * J. Hawkins, The HTM Spatial Pooler, 2017; the parameter sets are those that NuPIC published.
 *
 * <p>Start with {@link org.saccade.operators.htm.Htm}, made by {@link
 * org.saccade.operators.htm.HtmDesign}.
 */
package org.saccade.operators.htm;

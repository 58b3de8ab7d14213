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
 * seed again instead of kept; what is kept of a model at 2048 x 32 is 1.3 MB of permanences and 4
 * bytes a synapse. What makes it fast:
 *
 * <ul>
 *   <li>overlaps are counted, and the winners chosen, 64 columns at a time in bit planes;
 *   <li>a synapse is a bit: the lists of the active cells mark the synapses that are excited, and
 *       what a segment has of them, connected or not, is counted a word at a time;
 *   <li>permanences lie four to a {@code long} and are changed four at a time;
 *   <li>nothing is searched: a synapse knows its place in its cell's list, new synapses are drawn
 *       from the winners by rank, the segment to give way comes from a batch of the oldest.
 * </ul>
 *
 * <p>Lists of cells lie in one piece: as chains of chunks, which took less room, they were slower
 * than everything else together as soon as a model outgrew the second-level cache.
 *
 * <p>Sources: J. Hawkins, S. Ahmad, Why Neurons Have Thousands of Synapses, 2016; Y. Cui, S. Ahmad,
 * J. Hawkins, The HTM Spatial Pooler, 2017; the parameter sets are those that NuPIC published.
 *
 * <p>Start with {@link org.saccade.operators.htm.Htm}, made by {@link
 * org.saccade.operators.htm.HtmDesign}.
 */
package org.saccade.operators.htm;

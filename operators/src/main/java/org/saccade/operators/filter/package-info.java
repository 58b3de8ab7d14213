/**
 * Filters that keep or drop events by the past of their neighbourhood on the sensor. With s(q) the
 * time of the last event at pixel q, an event at pixel p and time t is kept
 *
 * <pre>
 *   refractory period T:        if t - s(p) &gt; T
 *   background activity dt:     if t - s(q) &lt; dt for some q of the neighbourhood of p
 *   correlation k, dt:          if t - s(q) &lt; dt for k or more q of the neighbourhood of p
 *   trail T:                    by the polarity of the last event at p, and t - s(p) ≥ or &lt; T
 *   hot pixels r, W:            unless p fired r times more than its neighbours over W
 *   flicker k, f1, f2:          unless the last k periods of p lie between 1 / f2 and 1 / f1
 * </pre>
 *
 * <p>and filters that look at each event alone: polarity, region, crop, flip, downsampling,
 * decimation.
 *
 * <p>Libraries differ in the neighbourhood, in what counts as the last event and in what becomes of
 * the first one; {@link org.saccade.operators.filter.Refractory}, {@link
 * org.saccade.operators.filter.BackgroundActivity} and {@link org.saccade.operators.filter.Trail}
 * name the variants. Sources: tonic (transforms/functional, refractory_period and denoise); jAER
 * (BackgroundActivityFilter, SpatioTemporalCorrelationFilter); T. Delbruck, Frame-free dynamic
 * digital vision, 2008; S. Guo and T. Delbruck, Low cost and latency event camera background
 * activity denoising, IEEE TPAMI 45(1), 2023; the descriptions of Prophesee's event signal
 * processing (STC, Trail, anti-flicker); faery (filter_hot_pixels, there a slice at a time and
 * against the most active neighbour).
 *
 * <p>What limits them is memory, not arithmetic: the surface of a 1280x720 sensor has 7.4 MB, and
 * an event falls anywhere in it. On one core that writes its batches at 2.7 billion events a second
 * the refractory filter, one place an event, does 98 million, the 3x3 background filter, three
 * rows, 61, the 5x5, five rows, 43; with seven others on the machine's caches 105, 35 and 28
 * ({@code saccade bench filters}). Correlation must read what background activity only writes, and
 * waits for it: 32 and 20.
 *
 * <p>Start with {@link org.saccade.operators.filter.BackgroundActivityFilter}.
 */
package org.saccade.operators.filter;

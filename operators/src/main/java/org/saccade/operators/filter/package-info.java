/**
 * Filters that keep or drop events by the past of their neighbourhood on the sensor. With s(q) the
 * time of the last event at pixel q, an event at pixel p and time t is kept
 *
 * <pre>
 *   refractory period T:        if t - s(p) &gt; T
 *   background activity dt:     if t - s(q) &lt; dt for some q of the neighbourhood of p
 * </pre>
 *
 * <p>Libraries differ in the neighbourhood, in what counts as the last event and in what becomes of
 * the first one; {@link org.saccade.operators.filter.Refractory} and {@link
 * org.saccade.operators.filter.BackgroundActivity} name the variants. Sources: tonic
 * (transforms/functional, refractory_period and denoise), jAER (BackgroundActivityFilter), T.
 * Delbruck, Frame-free dynamic digital vision, 2008.
 *
 * <p>Start with {@link org.saccade.operators.filter.BackgroundActivityFilter}.
 */
package org.saccade.operators.filter;

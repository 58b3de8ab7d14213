/**
 * The rate of a stream of events: count over window, by polarity.
 *
 * <pre>  rate(k) = |{ events with k T ≤ t &lt; (k + 1) T }| / T</pre>
 *
 * <p>Start with {@link org.saccade.operators.rate.RateMeter}.
 */
package org.saccade.operators.rate;

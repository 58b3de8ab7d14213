/**
 * The event-rate controller: a bound that holds in every window of sensor time.
 *
 * <pre>
 *   an event at t is kept   if |{ kept s : s &gt; t - W }| &lt; N
 *   so for every a:            |{ kept s : a ≤ s &lt; a + W }| ≤ N
 * </pre>
 *
 * <p>The second line follows from the first whatever the order of times: of the kept events of a
 * window take the one that came last, at t; the others lie behind t - W, and there were fewer than
 * N of them. For events in order the rule drops none that the bound would have let pass; a token
 * bucket with the same N would let pass nearly 2 N in a window.
 *
 * <p>Start with {@link org.saccade.operators.limit.RateLimiter}.
 */
package org.saccade.operators.limit;

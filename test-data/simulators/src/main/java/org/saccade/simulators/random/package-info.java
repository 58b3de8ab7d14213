/**
 * Random numbers that are a function of a key and a counter, so that a simulation gives the same
 * bits on every machine, in any order of its pixels, and from any step on.
 *
 * <pre>  draw(key, counter) = mix(key + mix(counter))</pre>
 *
 * <p>{@code mix} is the 64-bit finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014), in the constants of Stafford's variant 13.
 *
 * <p>Start with {@link org.saccade.simulators.random.CounterRandom}.
 */
package org.saccade.simulators.random;

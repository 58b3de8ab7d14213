/**
 * Numbers and times as sparse bits: alike values share bits.
 *
 * <pre>
 *   scalar      w consecutive bits of n, the first at floor((x - min) / (max - min) (n - w + 1))
 *   periodic    the same around a ring: first bit at floor((x - min) / (max - min) n), modulo n
 *   hashed      bits hash(b + k) mod n for k = 0 .. w - 1, where b = floor(x / resolution)
 *   date        periodic encoders of the time of day, the day of the week, the season, the weekend
 *   multi       the bits of several fields, one field after the other
 * </pre>
 *
 * <p>Two values b buckets apart share w - b bits of the hashed encoder (fewer than w buckets apart)
 * and about w² / n by accident. Sources: NuPIC's ScalarEncoder, DateEncoder and
 * RandomDistributedScalarEncoder; the hashed form, which needs no table and so no state, is that of
 * htm.core, here with floor instead of a cast that is undefined below zero.
 *
 * <p>Start with {@link org.saccade.operators.htm.encoder.RecordEncoder}.
 */
package org.saccade.operators.htm.encoder;

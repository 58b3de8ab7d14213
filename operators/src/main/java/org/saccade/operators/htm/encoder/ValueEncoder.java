package org.saccade.operators.htm.encoder;

/** A number as active bits. An encoder has no state: equal values have equal bits, always. */
public interface ValueEncoder {
  /** Number of bits, active or not: n. */
  int size();

  /** Most bits active at once: w. */
  int active();

  /**
   * Writes the active bits of a finite value.
   *
   * @param bits takes {@code offset} + bit for each active bit, each once, in no particular order
   * @param from index of the first entry that is written
   * @return index behind the last entry that was written; at most {@code from + active()}
   */
  int encode(double value, int offset, int[] bits, int from);
}

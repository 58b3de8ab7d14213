package org.saccade.operators.classify;

import org.saccade.operators.probability.SplitMix;

/** Hashes from which all random choices come: the same on every machine and after every restart. */
final class WindowSeed {
  private WindowSeed() {}

  /** Of a window that begins at a sensor time. */
  static long of(String stream, String session, long start) {
    return SplitMix.hash(hash(session, hash(stream, 0)) ^ start);
  }

  /** Part of a step, above 0 to 1, by which a stream's windows are moved. */
  static double shift(String stream) {
    return ((hash(stream, 1) >>> 11) + 1) * 0x1.0p-53;
  }

  private static long hash(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = SplitMix.hash(hash ^ text.charAt(i));
    }
    return SplitMix.hash(hash ^ text.length());
  }
}

package org.saccade.operators.filter;

import org.saccade.schemas.batch.EventBatch;

/**
 * What a filter says of each event of a batch, carried out afterwards.
 *
 * <p>Where to write the next event that is kept depends on what was said of all before it: written
 * at once, that would be known only when the pixel has come from memory. A verdict's place is known
 * at once. With this and the marks in a loop of their own, a background filter of 3x3 takes a tenth
 * less.
 */
final class Verdicts {
  private byte[] kept = new byte[0];

  /** A place for the verdict of each of {@code n} events: 1 is kept, 0 dropped. */
  byte[] of(int n) {
    if (kept.length < n) {
      kept = new byte[n];
    }
    return kept;
  }

  /** Drops the events of the batch whose verdict is 0. */
  void apply(EventBatch batch) {
    byte[] keep = kept;
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int to = 0;
    for (int i = 0; i < n; i++) {
      t[to] = t[i];
      x[to] = x[i];
      y[to] = y[i];
      p[to] = p[i];
      to += keep[i];
    }
    batch.size(to);
  }
}

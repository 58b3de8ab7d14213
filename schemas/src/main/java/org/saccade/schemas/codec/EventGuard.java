package org.saccade.schemas.codec;

import org.saccade.schemas.batch.EventBatch;

/**
 * The policies on backward time and out-of-frame events, applied to what a decoder appended.
 *
 * <p>A clean batch costs one pass without a branch an event; only a batch with a violation is gone
 * through event by event.
 */
public final class EventGuard {
  private final int width;
  private final int height;
  private final BackwardTime backwardTime;
  private final OutOfFrame outOfFrame;
  private final ViolationCounts violations = new ViolationCounts();
  private long latest = Long.MIN_VALUE;

  /**
   * @param width columns of the frame; 0: unknown, no event is out of frame
   * @param height rows of the frame; 0: unknown
   */
  public EventGuard(int width, int height, BackwardTime backwardTime, OutOfFrame outOfFrame) {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("frame " + width + "x" + height + " must not be negative");
    }
    this.width = width == 0 ? 1 << 16 : width;
    this.height = height == 0 ? 1 << 16 : height;
    this.backwardTime = backwardTime;
    this.outOfFrame = outOfFrame;
  }

  /** Latest time seen, {@link Long#MIN_VALUE} before any; with it a guard can be resumed. */
  public long latest() {
    return latest;
  }

  public void latest(long latest) {
    this.latest = latest;
  }

  public ViolationCounts violations() {
    return violations;
  }

  /**
   * Applies the policies to events {@code from} to the end of the batch, in place.
   *
   * @throws OutOfFrameException under {@link OutOfFrame#FAIL}, naming the event
   */
  public void apply(EventBatch batch, int from) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    int n = batch.size();
    if (n == from) {
      return;
    }
    long previous = latest == Long.MIN_VALUE ? t[from] : latest;
    long backward = t[from] - previous;
    long wide = (previous ^ previous >> 63) | (t[from] ^ t[from] >> 63);
    int xMax = 0;
    int yMax = 0;
    for (int i = from + 1; i < n; i++) {
      backward |= t[i] - t[i - 1];
      wide |= t[i] ^ t[i] >> 63;
    }
    for (int i = from; i < n; i++) {
      xMax = Math.max(xMax, x[i] & 0xFFFF);
      yMax = Math.max(yMax, y[i] & 0xFFFF);
    }
    // Differences of times beyond ±2^62 may overflow: these are compared one by one.
    if (backward >= 0 && wide >>> 62 == 0 && xMax < width && yMax < height) {
      latest = t[n - 1];
    } else {
      applyOneByOne(batch, from);
    }
  }

  /**
   * As {@link #apply(EventBatch, int)}, without a look at events that their decoder found sound.
   *
   * @param sound what {@link EventDecoder#sound} says of events {@code from} to the end, by a
   *     decoder that was told this guard's frame
   */
  public void apply(EventBatch batch, int from, boolean sound) {
    int n = batch.size();
    if (sound && n > from && batch.t(from) >= latest) {
      latest = batch.t(n - 1);
    } else {
      apply(batch, from);
    }
  }

  private void applyOneByOne(EventBatch batch, int from) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int kept = from;
    long previous = latest;
    for (int i = from; i < n; i++) {
      int column = x[i] & 0xFFFF;
      int row = y[i] & 0xFFFF;
      if (column >= width || row >= height) {
        violations.add(Violation.OUT_OF_FRAME, 1);
        if (outOfFrame == OutOfFrame.FAIL) {
          throw new OutOfFrameException(t[i], column, row, width, height);
        }
        continue;
      }
      long time = t[i];
      if (time < previous) {
        violations.add(Violation.TIME_BACKWARD, 1);
        if (backwardTime == BackwardTime.DROP) {
          continue;
        }
        if (backwardTime == BackwardTime.CLAMP) {
          time = previous;
        }
      }
      previous = time;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept++;
    }
    latest = previous;
    batch.size(kept);
  }
}

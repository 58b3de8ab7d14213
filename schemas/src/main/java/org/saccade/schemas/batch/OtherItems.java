package org.saccade.schemas.batch;

import java.util.function.LongPredicate;

/**
 * What some cameras give beside events and edges: samples of an inertial unit, and frames, one at a
 * time since each may be megabytes.
 */
public final class OtherItems {
  private final ImuBatch imu;
  private final Frame frame = new Frame();
  private boolean hasFrame;

  /**
   * @param imuCapacity samples that fit
   */
  public OtherItems(int imuCapacity) {
    imu = new ImuBatch(imuCapacity);
  }

  public void clear() {
    imu.clear();
    hasFrame = false;
  }

  public ImuBatch imu() {
    return imu;
  }

  public boolean hasFrame() {
    return hasFrame;
  }

  /** The frame; of no meaning without one. The next read overwrites it. */
  public Frame frame() {
    return frame;
  }

  /** Says that {@link #frame} now holds one. */
  public void frameTaken() {
    hasFrame = true;
  }

  /** Subtracts so many microseconds from all times. */
  public void shift(long micros) {
    imu.shift(micros);
    if (hasFrame) {
      frame.shift(micros);
    }
  }

  /** Leaves the samples and the frame whose times are asked for. */
  public void keep(LongPredicate times) {
    imu.keep(times);
    hasFrame = hasFrame && times.test(frame.t());
  }

  /** Whether a decoder must stop: there is a frame, or no room for a sample. */
  public boolean isFull() {
    return hasFrame || imu.room() == 0;
  }

  public boolean isEmpty() {
    return !hasFrame && imu.size() == 0;
  }
}

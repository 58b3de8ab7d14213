package org.saccade.schemas.codec;

/** An event outside of the frame, where the policy is to fail. */
public final class OutOfFrameException extends RuntimeException {
  public OutOfFrameException(long t, int x, int y, int width, int height) {
    super(
        String.format(
            "event at t=%d has x=%d y=%d, outside of the frame of %dx%d; "
                + "give the sensor's geometry, or drop such events",
            t, x, y, width, height));
  }
}

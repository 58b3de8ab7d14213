package org.saccade.connectors.recording;

import java.io.IOException;

/** An event that a format cannot hold. */
public final class CannotHoldException extends IOException {
  private static final long serialVersionUID = 1L;

  public CannotHoldException(String format, String what) {
    super(format + " cannot hold " + what);
  }

  /**
   * One value that is out of bounds.
   *
   * @param event number of the event in the recording written, from 0
   * @param bound what it must be, such as {@code "at most 16383"}
   */
  public static CannotHoldException of(
      String format, long event, String field, long value, String bound) {
    return new CannotHoldException(
        format, "event " + event + ": " + field + "=" + value + " must be " + bound);
  }
}

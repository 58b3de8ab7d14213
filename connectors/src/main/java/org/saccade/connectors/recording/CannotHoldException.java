package org.saccade.connectors.recording;

import java.io.IOException;

/** An event that a format cannot hold. */
public final class CannotHoldException extends IOException {
  private static final long serialVersionUID = 1L;

  public CannotHoldException(String format, String what) {
    super(format + " cannot hold " + what);
  }
}

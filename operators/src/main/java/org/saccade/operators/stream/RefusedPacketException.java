package org.saccade.operators.stream;

import org.saccade.schemas.DeadLetterReason;

/** A packet that can be read but not used. */
public final class RefusedPacketException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  public RefusedPacketException(DeadLetterReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DeadLetterReason reason() {
    return reason;
  }
}

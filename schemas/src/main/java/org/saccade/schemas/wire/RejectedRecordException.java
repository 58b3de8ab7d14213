package org.saccade.schemas.wire;

import org.saccade.schemas.DeadLetterReason;

/** A record that cannot be used, with the reason for its dead letter. */
public final class RejectedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  public RejectedRecordException(DeadLetterReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public DeadLetterReason reason() {
    return reason;
  }
}

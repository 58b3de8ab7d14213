package org.saccade.connectors.kafka;

/** The brokers answered, and the answer is an error: the cause. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}

package org.saccade.connectors.kafka;

import java.io.IOException;

/** No broker answered in time. One line that names host and port, and what to do. */
public final class BrokerUnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** No answer from {@code servers} because of {@code cause}. */
  static BrokerUnreachableException of(String servers, Throwable cause) {
    return new BrokerUnreachableException(
        "no Kafka broker can be reached at "
            + servers
            + " ("
            + reason(cause)
            + "): start one there, or name another with --bootstrap HOST:PORT",
        cause);
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}

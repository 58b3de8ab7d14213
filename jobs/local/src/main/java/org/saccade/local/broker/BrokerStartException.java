package org.saccade.local.broker;

import java.io.IOException;

/** The embedded broker could not be started. One line: what was wanted, why not, what to do. */
public final class BrokerStartException extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.saccade.connectors.kafka;

/** The schema registry did not answer as it should. One line that names its address. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}

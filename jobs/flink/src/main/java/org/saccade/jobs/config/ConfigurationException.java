package org.saccade.jobs.config;

/** A configuration that cannot be used. The message is one line that names the key. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}

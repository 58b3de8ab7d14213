package org.saccade.schemas.codec;

/** A payload that is not what its packet says it is. The message names place, value and bound. */
public final class MalformedPayloadException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedPayloadException(String message) {
    super(message);
  }
}

package org.saccade.operators.safetensors;

import java.io.IOException;

/** A file that is no safetensors file, is damaged, or holds other tensors than were asked for. */
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  public SafetensorsException(String message) {
    super(message);
  }
}

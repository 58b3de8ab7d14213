package org.saccade.connectors.recording;

/**
 * The first bytes of a recording, for recognising it.
 *
 * @param bytes at most {@link #MAX_BYTES}
 * @param complete whether that is all of the recording
 */
public record Head(byte[] bytes, boolean complete) {
  /** How far a format may look to know itself. */
  public static final int MAX_BYTES = 1 << 16;

  public int length() {
    return bytes.length;
  }

  /** Whether the recording begins with these ASCII characters. */
  public boolean startsWith(String ascii) {
    if (bytes.length < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

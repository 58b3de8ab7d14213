package org.saccade.connectors.recording.aedat2;

/** AEDAT 1: addresses of 16 bits. Where no line says the version, only the caller can name it. */
public final class Aedat1Format extends AddressFormat {
  public Aedat1Format() {
    super("1.0", 2);
  }

  @Override
  public String name() {
    return "aedat1";
  }

  @Override
  public String description() {
    return "AEDAT 1.0, 48-bit records of a DVS128";
  }
}

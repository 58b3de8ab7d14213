package org.saccade.connectors.recording.aedat2;

/** AEDAT 2: addresses of 32 bits. */
public final class Aedat2Format extends AddressFormat {
  public Aedat2Format() {
    super("2.0", 4);
  }

  @Override
  public String name() {
    return "aedat2";
  }

  @Override
  public String description() {
    return "AEDAT 2.0, 64-bit records of a DVS128 or a DAVIS (jAER)";
  }
}

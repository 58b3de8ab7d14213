package org.saccade.operators.paged;

import java.util.Arrays;

/**
 * A part of a keyed object's state, as bytes. Nobody writes into the bytes of a page once it is
 * made.
 *
 * @param version version of the form that the bytes have; who reads them reads the version before
 *     his own too
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array
public record Page(int version, byte[] bytes) {
  @Override
  public boolean equals(Object o) {
    return o instanceof Page p && version == p.version && Arrays.equals(bytes, p.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * version + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Page[version " + version + ", " + bytes.length + " bytes]";
  }
}

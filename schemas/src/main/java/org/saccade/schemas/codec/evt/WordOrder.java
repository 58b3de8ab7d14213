package org.saccade.schemas.codec.evt;

/** How the 64-bit words of EVT2.1 lie in the stream; each 32-bit half has its lowest byte first. */
public enum WordOrder {
  /** The low half first, so a plain little-endian word: GenX320, and files since Metavision 4. */
  LITTLE_ENDIAN(0),
  /** The high half first: IMX636 and older sensors. */
  LEGACY(Integer.SIZE);

  /** Bits by which a little-endian word is turned to become the logical one, and back. */
  final int turn;

  WordOrder(int turn) {
    this.turn = turn;
  }
}

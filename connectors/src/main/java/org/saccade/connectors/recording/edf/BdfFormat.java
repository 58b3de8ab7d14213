package org.saccade.connectors.recording.edf;

import org.saccade.connectors.recording.Head;

/** BioSemi Data Format: EDF with 24-bit samples. */
public final class BdfFormat extends EdfFormat {
  private static final int SIGNATURE = 100;
  private static final byte FIRST = (byte) 0xff;

  public BdfFormat() {
    super(EdfKind.BDF);
  }

  @Override
  public String description() {
    return "BioSemi Data Format: BDF and BDF+, 24-bit, continuous and discontinuous";
  }

  @Override
  public int certainty(Head head) {
    byte[] b = head.bytes();
    boolean named = b.length > 8 && b[0] == FIRST && b[1] == 'B' && b[2] == 'I' && b[3] == 'O';
    return named && looksLikeHeader(head) ? SIGNATURE : 0;
  }
}

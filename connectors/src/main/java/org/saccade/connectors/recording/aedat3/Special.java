package org.saccade.connectors.recording.aedat3;

/** Types of special events, and which of them are edges of which trigger input. */
final class Special {
  static final int TIMESTAMP_WRAP = 0;
  static final int TIMESTAMP_RESET = 1;
  static final int ROW_ONLY = 5;

  /** Input by type; -1: no edge. */
  private static final int[] INPUT = {-1, -1, 0, 0, 0, -1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5};

  private static final int[] VALUE = {0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0};

  private Special() {}

  static boolean isKnown(int type) {
    return type < INPUT.length;
  }

  static boolean isEdge(int type) {
    return isKnown(type) && INPUT[type] >= 0;
  }

  /** External inputs 0 to 2, the generator 3, frames 4, exposures 5. */
  static int input(int type) {
    return INPUT[type];
  }

  /** The type of an edge of an input, the first where there are several; -1: there is none. */
  static int type(int input, int value) {
    for (int type = 0; type < INPUT.length; type++) {
      if (INPUT[type] == input && input >= 0 && VALUE[type] == value) {
        return type;
      }
    }
    return -1;
  }

  /** 1: rising edge, pulse, start; 0: falling edge, end. */
  static int value(int type) {
    return VALUE[type];
  }
}

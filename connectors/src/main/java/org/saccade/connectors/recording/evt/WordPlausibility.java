package org.saccade.connectors.recording.evt;

import org.saccade.schemas.codec.evt.WordOrder;

/**
 * How much words look like EVT2, EVT2.1 or EVT3, where no header says it.
 *
 * <p>Looked at: the share of word types that exist, of TIME_HIGH words that follow the one before
 * (never back, at most a minute ahead, in EVT3 a second), and of coordinates inside of the largest
 * sensor. Words without a TIME_HIGH are never plausible, so zeros and text are not.
 */
final class WordPlausibility {
  private static final int MAX_COLUMNS = 1280;
  private static final int MAX_ROWS = 720;

  /** Types 0, 1, 8, A, D, E, F. */
  private static final int EVT2_TYPES = 0xE503;

  /** Types 0, 1, 8, A, E, F. */
  private static final int EVT21_TYPES = 0xC503;

  /** Types 0, 2 to 8, A, E, F. */
  private static final int EVT3_TYPES = 0xC5FD;

  private static final int EVT3_PADDING = 0x9999;
  private static final int EVT2_STEP = 60_000_000 >> 6;
  private static final int EVT3_STEP = 1_000_000 >> 12;
  private static final int MIN_PERCENT = 90;
  private static final int EVT21_MORE = 4;

  private WordPlausibility() {}

  /**
   * @param minSteps TIME_HIGH words that must follow another; above 0 there must be events too
   * @return 0: these are not EVT2 words, up to 80: every one is as it should be
   */
  static int evt2(byte[] bytes, int from, int minSteps) {
    int words = 0;
    int known = 0;
    int events = 0;
    int inFrame = 0;
    int steps = -1;
    int goodSteps = 0;
    int high = 0;
    for (int i = from; i + 4 <= bytes.length; i += 4) {
      int word = u16(bytes, i) | u16(bytes, i + 2) << 16;
      int type = word >>> 28;
      words++;
      known += EVT2_TYPES >>> type & 1;
      if (type <= 1) {
        events++;
        boolean inside = (word >>> 11 & 0x7FF) < MAX_COLUMNS && (word & 0x7FF) < MAX_ROWS;
        inFrame += inside ? 1 : 0;
      } else if (type == 8) {
        int next = word & 0xFFFFFFF;
        boolean good = steps >= 0 && (next - high & 0xFFFFFFF) <= EVT2_STEP;
        goodSteps += good ? 1 : 0;
        steps++;
        high = next;
      }
    }
    boolean bare = steps < minSteps || (minSteps > 0 && events == 0);
    return bare ? 0 : certainty(known, words, goodSteps, steps, inFrame, events);
  }

  /**
   * As {@link #evt2}, for EVT2.1, up to 84: it is the better guess where both fit, for its upper
   * halves alone look like EVT2. The lower half of a TIME_HIGH is 0, that of an event is not.
   */
  static int evt21(byte[] bytes, int from, int minSteps, WordOrder order) {
    int words = 0;
    int known = 0;
    int events = 0;
    int inFrame = 0;
    int highs = 0;
    int goodHighs = 0;
    int high = 0;
    int upper = order == WordOrder.LEGACY ? 0 : 4;
    for (int i = from; i + 8 <= bytes.length; i += 8) {
      int word = u16(bytes, i + upper) | u16(bytes, i + upper + 2) << 16;
      int lower = u16(bytes, i + 4 - upper) | u16(bytes, i + 6 - upper) << 16;
      int type = word >>> 28;
      words++;
      known += EVT21_TYPES >>> type & 1;
      if (type <= 1) {
        events++;
        boolean inside = (word >>> 11 & 0x7FF) < MAX_COLUMNS && (word & 0x7FF) < MAX_ROWS;
        inFrame += inside && lower != 0 ? 1 : 0;
      } else if (type == 8) {
        int next = word & 0xFFFFFFF;
        boolean near = highs == 0 || (next - high & 0xFFFFFFF) <= EVT2_STEP;
        goodHighs += near && lower == 0 ? 1 : 0;
        highs++;
        high = next;
      }
    }
    boolean bare = highs <= minSteps || (minSteps > 0 && events == 0);
    int certainty = bare ? 0 : certainty(known, words, goodHighs, highs, inFrame, events);
    return certainty == 0 ? 0 : certainty + EVT21_MORE;
  }

  /** As {@link #evt2}, for EVT3. */
  static int evt3(byte[] bytes, int from, int minSteps) {
    int words = 0;
    int known = 0;
    int rows = 0;
    int inFrame = 0;
    int steps = -1;
    int goodSteps = 0;
    int high = 0;
    for (int i = from; i + 2 <= bytes.length; i += 2) {
      int word = u16(bytes, i);
      int type = word >>> 12;
      words++;
      known += word == EVT3_PADDING ? 1 : EVT3_TYPES >>> type & 1;
      if (type == 0) {
        rows++;
        inFrame += (word & 0x7FF) < MAX_ROWS ? 1 : 0;
      } else if (type == 2) {
        rows++;
        inFrame += (word & 0x7FF) < MAX_COLUMNS ? 1 : 0;
      } else if (type == 8) {
        int next = word & 0xFFF;
        goodSteps += steps >= 0 && (next - high & 0xFFF) <= EVT3_STEP ? 1 : 0;
        steps++;
        high = next;
      }
    }
    boolean bare = steps < minSteps || (minSteps > 0 && rows == 0);
    return bare ? 0 : certainty(known, words, goodSteps, steps, inFrame, rows);
  }

  private static int certainty(
      int known, int words, int goodSteps, int steps, int inFrame, int events) {
    int percent =
        Math.min(
            percent(known, words), Math.min(percent(goodSteps, steps), percent(inFrame, events)));
    return percent < MIN_PERCENT ? 0 : percent * 80 / 100;
  }

  private static int percent(int part, int whole) {
    return whole == 0 ? 100 : (int) (100L * part / whole);
  }

  private static int u16(byte[] bytes, int i) {
    return bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8;
  }
}

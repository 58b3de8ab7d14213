package org.saccade.connectors.recording.text;

import org.saccade.connectors.recording.TextLayout;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** Lines of text, at most 4 KiB each; longer ones are passed over and counted. */
final class TextDecoder implements EventDecoder {
  static final int MAX_LINE_BYTES = 1 << 12;

  private final LineParser parser;
  private final ViolationCounts violations = new ViolationCounts();

  /** Whether the decoder is inside of a line that is too long, already counted. */
  private boolean passingOver;

  TextDecoder(TextLayout layout) {
    parser = new LineParser(layout);
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int i = from;
    while (i < to && events.room() > 0) {
      int end = lineEnd(bytes, i, to);
      if (passingOver) {
        i = end == to ? to : end + 1;
        passingOver = end == to;
      } else if (end - i > MAX_LINE_BYTES) {
        violations.add(Violation.BAD_LINE, 1);
        passingOver = true;
      } else if (end == to) {
        break;
      } else {
        take(bytes, i, end, events);
        i = end + 1;
      }
    }
    return i;
  }

  /** The last line needs no line end. */
  @Override
  public int finish(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    if (!passingOver && from < to) {
      take(bytes, from, to, events);
    }
    passingOver = false;
    return to;
  }

  private void take(byte[] bytes, int from, int end, EventBatch events) {
    switch (parser.parse(bytes, from, end)) {
      case EVENT:
        events.add(parser.t, parser.x, parser.y, parser.p);
        break;
      case BAD:
        violations.add(Violation.BAD_LINE, 1);
        break;
      case BAD_POLARITY:
        violations.add(Violation.BAD_POLARITY, 1);
        break;
      case NOTHING:
        break;
    }
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** A line that is just not too long, and its end. */
  @Override
  public int maxUnitBytes() {
    return MAX_LINE_BYTES + 1;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** One byte: 1 inside of a line that is too long. */
  @Override
  public byte[] state() {
    return new byte[] {(byte) (passingOver ? 1 : 0)};
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != 1 || state[0] < 0 || state[0] > 1) {
      throw new IllegalArgumentException(
          "text state has " + state.length + " bytes, expected one that is 0 or 1");
    }
    passingOver = state[0] == 1;
  }

  @Override
  public void reset(long nearMicros) {
    passingOver = false;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}

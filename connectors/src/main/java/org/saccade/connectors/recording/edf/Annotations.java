package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;

/**
 * Time-stamped annotation lists of one record: {@code onset[\x15duration]\x14text\x14…\x00}, padded
 * with NULs.
 */
final class Annotations {
  private static final byte DURATION = 0x15;
  private static final byte TEXT = 0x14;
  private static final int MAX_NUMBER = 32;
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  /** Seconds; bound of what is believed: some three centuries. */
  private static final BigDecimal MAX_SECONDS = BigDecimal.TEN.pow(10);

  /** One list. */
  private record Timed(BigDecimal onset, BigDecimal duration, List<String> texts) {}

  private final List<Timed> lists = new ArrayList<>();
  private BigDecimal start;
  private int bad;

  /** Reads the bytes of one signal of a record; the first one of a record gives its start. */
  void read(byte[] record, int from, int to) {
    boolean first = lists.isEmpty() && start == null;
    for (int i = from; i < to; ) {
      if (record[i] == 0) {
        i++;
        continue;
      }
      int end = i;
      while (end < to && record[end] != 0) {
        end++;
      }
      Timed list = list(record, i, end);
      if (list == null) {
        bad++;
      } else if (first && (list.texts.isEmpty() || list.texts.get(0).isEmpty())) {
        start = list.onset;
        lists.add(list);
      } else {
        lists.add(list);
      }
      first = false;
      i = end;
    }
  }

  private static Timed list(byte[] record, int from, int to) {
    int time = find(record, TEXT, from, to);
    if (time < 0 || record[from] != '+' && record[from] != '-') {
      return null;
    }
    int split = find(record, DURATION, from, time);
    BigDecimal onset = number(record, from, split < 0 ? time : split);
    BigDecimal duration = split < 0 ? BigDecimal.ZERO : number(record, split + 1, time);
    if (onset == null || duration == null || duration.signum() < 0) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = time + 1; i < to; ) {
      int end = find(record, TEXT, i, to);
      end = end < 0 ? to : end;
      texts.add(new String(record, i, end - i, StandardCharsets.UTF_8));
      i = end + 1;
    }
    return new Timed(onset, duration, texts);
  }

  private static int find(byte[] record, byte what, int from, int to) {
    for (int i = from; i < to; i++) {
      if (record[i] == what) {
        return i;
      }
    }
    return -1;
  }

  private static BigDecimal number(byte[] record, int from, int to) {
    if (to <= from) {
      return BigDecimal.ZERO;
    }
    if (to - from > MAX_NUMBER) {
      return null;
    }
    for (int i = from; i < to; i++) {
      if ("+-.0123456789".indexOf(record[i]) < 0) {
        return null; // BigDecimal would take an exponent
      }
    }
    try {
      BigDecimal n = new BigDecimal(new String(record, from, to - from, StandardCharsets.US_ASCII));
      return n.abs().compareTo(MAX_SECONDS) < 0 ? n : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** When the record begins, seconds from the header's start; null where it does not say. */
  BigDecimal start() {
    return start;
  }

  /** Lists that are none. */
  int bad() {
    return bad;
  }

  /** Appends the texts, their times counted from {@code origin} seconds. */
  void addTo(List<RecordingMarker> markers, BigDecimal origin) {
    for (Timed list : lists) {
      for (String text : list.texts) {
        if (!text.isEmpty()) {
          markers.add(
              new RecordingMarker(
                  micros(list.onset.subtract(origin)), micros(list.duration), text));
        }
      }
    }
  }

  /** Whole microseconds, rounded half to even. */
  static long micros(BigDecimal seconds) {
    return seconds.multiply(MICROS).setScale(0, RoundingMode.HALF_EVEN).longValue();
  }
}

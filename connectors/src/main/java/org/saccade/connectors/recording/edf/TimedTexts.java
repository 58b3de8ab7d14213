package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.connectors.recording.RecordingMarker;

/**
 * The annotations of a file, spread over its records: each record begins with its time, and takes
 * of the texts that are left as many as fit.
 */
final class TimedTexts {
  private static final int LONGEST = 4096;
  private static final String LIST = "\u0014";
  private static final String DURATION = "\u0015";

  private final List<byte[]> lists = new ArrayList<>();
  private final int longestTime;
  private final long records;
  private final int length;
  private final ArrayDeque<byte[]> left;

  /**
   * @param markers in the order of their times
   * @param shift added to their times, microseconds: counted from the header's start
   * @param starts begin of each record, microseconds from the header's start
   * @param width bytes a sample
   */
  TimedTexts(List<RecordingMarker> markers, long shift, List<Long> starts, int width) {
    for (RecordingMarker marker : markers) {
      lists.add(list(marker, shift));
    }
    int time = 0;
    for (long start : starts) {
      time = Math.max(time, time(start).length);
    }
    longestTime = time;
    records = starts.size();
    int bytes = longestTime;
    for (byte[] list : lists) {
      bytes = Math.max(bytes, longestTime + list.length);
    }
    bytes = Math.max(bytes, 2 * width);
    while (!fits(bytes)) {
      bytes += bytes / 2;
    }
    length = (bytes + width - 1) / width * width;
    left = new ArrayDeque<>(lists);
  }

  private boolean fits(int bytes) {
    int i = 0;
    for (long r = 0; r < records && i < lists.size(); r++) {
      int room = bytes - longestTime;
      while (i < lists.size() && lists.get(i).length <= room) {
        room -= lists.get(i++).length;
      }
    }
    return i == lists.size();
  }

  /** Bytes of the annotations in every record. */
  int length() {
    return length;
  }

  /** The annotations of the next record. */
  byte[] next(long start) {
    byte[] bytes = new byte[length];
    byte[] time = time(start);
    System.arraycopy(time, 0, bytes, 0, time.length);
    int at = time.length;
    int room = length - longestTime;
    while (!left.isEmpty() && left.peek().length <= room) {
      byte[] list = left.poll();
      System.arraycopy(list, 0, bytes, at, list.length);
      at += list.length;
      room -= list.length;
    }
    return bytes;
  }

  private static byte[] time(long micros) {
    return (seconds(micros) + LIST + LIST + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] list(RecordingMarker marker, long shift) {
    String text = marker.text().replaceAll("[\\x00\\x14\\x15]", " ");
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > LONGEST) {
      int end = LONGEST;
      while ((utf8[end] & 0xc0) == 0x80) {
        end--;
      }
      utf8 = Arrays.copyOf(utf8, end);
    }
    String head =
        seconds(marker.micros() + shift)
            + (marker.durationMicros() == 0
                ? ""
                : DURATION + seconds(marker.durationMicros()).substring(1))
            + LIST;
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] list = Arrays.copyOf(first, first.length + utf8.length + 2);
    System.arraycopy(utf8, 0, list, first.length, utf8.length);
    list[list.length - 2] = 0x14;
    return list;
  }

  private static String seconds(long micros) {
    String plain = BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    return micros < 0 ? plain : "+" + plain;
  }
}

package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saccade.connectors.recording.UnreadableRecordingException;

/** Fields of a header: Latin-1, left-justified, padded with spaces, by some writers with NULs. */
final class HeaderText {
  private static final int MAX_EXPONENT = 40;
  private static final Pattern THREE =
      Pattern.compile("\\s*(\\d{1,2})[^0-9](\\d{1,2})[^0-9](\\d{1,2})\\s*");

  private final byte[] bytes;

  HeaderText(byte[] bytes) {
    this.bytes = bytes;
  }

  String text(int from, int length) {
    String field = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    int nul = field.indexOf('\0');
    String s = (nul < 0 ? field : field.substring(0, nul)).strip();
    return s.chars().anyMatch(c -> c < ' ') ? s.replaceAll("[\\x00-\\x1f]", " ").strip() : s;
  }

  /**
   * @throws UnreadableRecordingException if it is no number, naming the place
   */
  BigDecimal number(String what, int from, int length) throws UnreadableRecordingException {
    String text = text(from, length).replace(',', '.');
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT
          && Math.abs((long) number.scale()) <= MAX_EXPONENT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UnreadableRecordingException(
        "byte "
            + from
            + ": "
            + what
            + " is \""
            + text
            + "\", expected a number; is it cut or"
            + " overwritten?");
  }

  /**
   * @throws UnreadableRecordingException if it is no whole number within the bounds
   */
  int whole(String what, int from, int length, int least, int most)
      throws UnreadableRecordingException {
    BigDecimal number = number(what, from, length);
    double value = number.doubleValue();
    if (value != Math.rint(value) || value < least || value > most) {
      throw new UnreadableRecordingException(
          "byte "
              + from
              + ": "
              + what
              + " is "
              + number.toPlainString()
              + ", expected a whole number from "
              + least
              + " to "
              + most);
    }
    return (int) value;
  }

  /** Unix time of dd.mm.yy and hh.mm.ss, microseconds; null where they are none. */
  Long start(int date, int time) {
    Matcher d = THREE.matcher(text(date, 8));
    Matcher t = THREE.matcher(text(time, 8));
    if (!d.matches() || !t.matches()) {
      return null;
    }
    int year = part(d, 3);
    try {
      LocalDateTime start =
          LocalDateTime.of(
              year >= 85 ? 1900 + year : 2000 + year,
              part(d, 2),
              part(d, 1),
              part(t, 1),
              part(t, 2),
              part(t, 3));
      return start.toEpochSecond(ZoneOffset.UTC) * 1_000_000L;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int part(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}

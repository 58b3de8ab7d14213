package org.saccade.local.series;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Timestamps of a file, microseconds.
 *
 * <pre>
 *   1404172800000000                    whole: as it is, microseconds
 *   1404172800.25                       with a point: seconds
 *   2014-07-01 00:00:00.5, …T00:00Z     year, month, day; a zone is heeded, none is UTC
 *   2014/07/01 0:30, 2014-07-01         other strokes, no seconds, no time
 *   7/1/2014 1:30 PM                    month first, or day first if one is above 12
 * </pre>
 */
final class CsvTimes {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern SECONDS =
      Pattern.compile("[+-]?\\d{1,12}\\.\\d*(?:[eE]\\+?\\d{1,2})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
              + "(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AP]M)?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)?");

  private final boolean dayFirst;

  /**
   * @param texts all timestamps of the file, by which it is known whether the day comes first
   */
  CsvTimes(Iterable<String> texts) {
    boolean found = false;
    for (String text : texts) {
      Matcher date = DATE.matcher(text);
      found |= text.length() > 2 && date.lookingAt() && Integer.parseInt(date.group(1)) > 12;
    }
    dayFirst = found;
  }

  /** Whether a text may be a timestamp. */
  static boolean looksLikeOne(String text) {
    return WHOLE.matcher(text).matches()
        || SECONDS.matcher(text).matches()
        || DATE.matcher(text.toUpperCase(Locale.ROOT)).matches();
  }

  /**
   * @throws DateTimeException if it is none
   */
  long micros(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    if (SECONDS.matcher(text).matches()) {
      double seconds = Double.parseDouble(text);
      if (Math.abs(seconds) > 9e12) {
        throw new DateTimeException(text);
      }
      return Math.round(seconds * 1e6);
    }
    Matcher date = DATE.matcher(text.toUpperCase(Locale.ROOT));
    if (!date.matches()) {
      throw new DateTimeException(text);
    }
    return micros(date);
  }

  private long micros(Matcher date) {
    int first = number(date, 1);
    boolean yearFirst = date.group(1).length() == 4;
    int year = yearFirst ? first : number(date, 4);
    int month = yearFirst || dayFirst ? number(date, 3) : first;
    int day = yearFirst ? number(date, 4) : dayFirst ? first : number(date, 3);
    int hour = number(date, 5);
    if (date.group(9) != null) {
      hour = hour % 12 + (date.group(9).equals("PM") ? 12 : 0);
    }
    String fraction = date.group(8) == null ? "0" : date.group(8);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    LocalDateTime time =
        LocalDateTime.of(year, month, day, hour, number(date, 6), number(date, 7), nanos);
    return time.toEpochSecond(zone(date.group(10))) * 1_000_000 + nanos / 1000;
  }

  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }

  private static ZoneOffset zone(String text) {
    return text == null || Character.isLetter(text.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(text);
  }
}

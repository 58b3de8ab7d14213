package org.saccade.operators.htm.encoder;

/**
 * A time as the bits of the parts of the calendar that were asked for: NuPIC's DateEncoder without
 * holidays. Times are microseconds since 1970 on the clock whose days matter: who wants local days
 * adds the offset of the zone first.
 */
public final class DateEncoder {
  private static final double DAY_MICROS = 86_400e6;
  private static final double YEAR_DAYS = 365.2425;

  private final ScalarEncoder timeOfDay;
  private final ScalarEncoder dayOfWeek;
  private final ScalarEncoder season;
  private final ScalarEncoder weekend;

  /**
   * @param timeOfDay bits that are active for the hour of the day; 0: left out
   * @param timeOfDayHours hours they cover
   * @param dayOfWeek bits for the day of the week, each day like no other; 0: left out
   * @param season bits for the day of the year, covering 91.5 days; 0: left out
   * @param weekend bits for whether it is Saturday or Sunday; 0: left out
   */
  public DateEncoder(int timeOfDay, double timeOfDayHours, int dayOfWeek, int season, int weekend) {
    this.timeOfDay =
        timeOfDay == 0 ? null : ScalarEncoder.periodic(timeOfDay, 0, 24, timeOfDayHours);
    this.dayOfWeek = dayOfWeek == 0 ? null : ScalarEncoder.periodic(dayOfWeek, 0, 7, 1);
    this.season = season == 0 ? null : ScalarEncoder.periodic(season, 0, 366, 91.5);
    this.weekend = weekend == 0 ? null : new ScalarEncoder(2 * weekend, weekend, 0, 1, false);
  }

  /** Number of bits, active or not. */
  public int size() {
    return size(timeOfDay) + size(dayOfWeek) + size(season) + size(weekend);
  }

  /** Most bits active at once. */
  public int active() {
    return active(timeOfDay) + active(dayOfWeek) + active(season) + active(weekend);
  }

  /** Writes the active bits of a time; as {@link ValueEncoder#encode}. */
  public int encode(long epochMicros, int offset, int[] bits, int from) {
    double days = epochMicros / DAY_MICROS;
    double day = StrictMath.floor(days);
    int at = from;
    int first = offset;
    if (timeOfDay != null) {
      at = timeOfDay.encode((days - day) * 24, first, bits, at);
      first += timeOfDay.size();
    }
    // 1 January 1970 was a Thursday: day 3 of a week that starts on Monday.
    int weekday = (int) Math.floorMod((long) day + 3, 7L);
    if (dayOfWeek != null) {
      at = dayOfWeek.encode(weekday, first, bits, at);
      first += dayOfWeek.size();
    }
    if (season != null) {
      at = season.encode(days - StrictMath.floor(days / YEAR_DAYS) * YEAR_DAYS, first, bits, at);
      first += season.size();
    }
    if (weekend != null) {
      at = weekend.encode(weekday >= 5 ? 1 : 0, first, bits, at);
    }
    return at;
  }

  private static int size(ScalarEncoder part) {
    return part == null ? 0 : part.size();
  }

  private static int active(ScalarEncoder part) {
    return part == null ? 0 : part.active();
  }
}

package org.saccade.operators.htm;

import java.io.Serializable;
import org.saccade.operators.htm.encoder.DateEncoder;
import org.saccade.operators.htm.encoder.HashedEncoder;
import org.saccade.operators.htm.encoder.RecordEncoder;

/**
 * How a record becomes bits: a hashed value, and the parts of the calendar that matter.
 *
 * @param valueBits n of the hashed encoder
 * @param valueActive w of the hashed encoder
 * @param timeOfDayActive active bits for the hour of the day; 0: left out
 * @param timeOfDayHours hours that they cover
 * @param dayOfWeekActive active bits for the day of the week; 0: left out
 * @param weekendActive active bits for whether it is a weekend; 0: left out
 * @param seed of the hash
 */
public record EncoderParameters(
    int valueBits,
    int valueActive,
    int timeOfDayActive,
    double timeOfDayHours,
    int dayOfWeekActive,
    int weekendActive,
    long seed)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public EncoderParameters {
    Checks.range("valueBits", valueBits, 2, 1 << 14);
    Checks.range("valueActive", valueActive, 1, valueBits - 1);
    Checks.range("timeOfDayActive", timeOfDayActive, 0, 1 << 10);
    if (!(timeOfDayHours > 0 && timeOfDayHours < 24)) {
      throw new IllegalArgumentException(
          "timeOfDayHours=" + timeOfDayHours + " must be above 0 and below 24");
    }
    Checks.range("dayOfWeekActive", dayOfWeekActive, 0, 1 << 10);
    Checks.range("weekendActive", weekendActive, 0, 1 << 10);
  }

  /**
   * The encoder of these parameters.
   *
   * @param resolution width of a bucket of values
   * @param values number of values a record
   */
  RecordEncoder encoder(double resolution, int values) {
    DateEncoder date =
        timeOfDayActive + dayOfWeekActive + weekendActive == 0
            ? null
            : new DateEncoder(timeOfDayActive, timeOfDayHours, dayOfWeekActive, 0, weekendActive);
    HashedEncoder[] encoders = new HashedEncoder[values];
    for (int i = 0; i < values; i++) {
      encoders[i] = new HashedEncoder(valueBits, valueActive, resolution, seed + i);
    }
    return new RecordEncoder(date, encoders);
  }
}
